#include "codec.h"

#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>
#include <webp/encode.h>

/* What lossy pictures are encoded with: hardly to be told from the original on a screen. */
enum { QUALITY = 80 };

/* --- Decoding --- */

struct webp_decoder {
  struct picture_decoder base;
  /* All rows. */
  WebPDecoderConfig config;
  int32_t next_row;
};

static void webp_decoder_close(struct picture_decoder *base) {
  struct webp_decoder *decoder = (struct webp_decoder *)base;
  WebPFreeDecBuffer(&decoder->config.output);
  free(decoder);
}

static bool webp_decoder_read(struct picture_decoder *base, uint8_t *row) {
  struct webp_decoder *decoder = (struct webp_decoder *)base;
  if (decoder->next_row >= base->height) return false;
  const WebPRGBABuffer *rows = &decoder->config.output.u.RGBA;
  memcpy(row, rows->rgba + (size_t)rows->stride * (size_t)decoder->next_row,
         4 * (size_t)base->width);
  decoder->next_row++;
  return true;
}

/* Lets the library leave out detail that a picture of half the size would not show. */
static void choose_scale(WebPDecoderConfig *config, int32_t *width, int32_t *height,
                         int32_t least_width) {
  for (int32_t part = 8; part > 1; part /= 2) {
    if (*width / part < 2 * (int64_t)least_width || *height / part < 1) continue;
    *width /= part;
    *height /= part;
    config->options.use_scaling = 1;
    config->options.scaled_width = *width;
    config->options.scaled_height = *height;
    return;
  }
}

static bool begin(struct webp_decoder *decoder, const uint8_t *bytes, size_t count,
                  int64_t most_pixels, int32_t least_width) {
  WebPDecoderConfig *config = &decoder->config;
  if (!WebPInitDecoderConfig(config)) return false;
  if (WebPGetFeatures(bytes, count, &config->input) != VP8_STATUS_OK) return false;
  int32_t width = config->input.width, height = config->input.height;
  if (config->input.has_animation || !picture_size_is_allowed(width, height, most_pixels)) {
    return false;
  }
  config->output.colorspace = MODE_RGBA;
  choose_scale(config, &width, &height, least_width);
  decoder->base.width = width;
  decoder->base.height = height;
  return WebPDecode(bytes, count, config) == VP8_STATUS_OK;
}

struct picture_decoder *webp_decoder_open(const uint8_t *bytes, size_t count, int64_t most_pixels,
                                          int32_t least_width) {
  struct webp_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) return NULL;
  decoder->base.read = webp_decoder_read;
  decoder->base.close = webp_decoder_close;
  if (begin(decoder, bytes, count, most_pixels, least_width)) return &decoder->base;
  webp_decoder_close(&decoder->base);
  return NULL;
}

/* --- Encoding --- */

uint8_t *webp_encode(const uint8_t *pixels, int32_t width, int32_t height, bool has_alpha,
                     bool is_lossless, size_t *count) {
  WebPConfig config;
  WebPPicture picture;
  WebPMemoryWriter writer;
  if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, QUALITY) || !WebPPictureInit(&picture)) {
    return NULL;
  }
  if (is_lossless && !WebPConfigLosslessPreset(&config, 6)) return NULL;
  WebPMemoryWriterInit(&writer);
  picture.use_argb = is_lossless;
  picture.width = width;
  picture.height = height;
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &writer;
  int stride = 4 * width;
  bool is_whole = (has_alpha ? WebPPictureImportRGBA(&picture, pixels, stride)
                             : WebPPictureImportRGBX(&picture, pixels, stride))
                  && WebPEncode(&config, &picture);
  WebPPictureFree(&picture);
  uint8_t *output = NULL;
  if (is_whole) {
    *count = writer.size;
    /* The writer's memory is the library's, which need not be that of `free`. */
    output = malloc(writer.size);
    if (output != NULL) memcpy(output, writer.mem, writer.size);
  }
  WebPMemoryWriterClear(&writer);
  return output;
}

int64_t webp_version(void) { return WebPGetEncoderVersion(); }
