#include "codec.h"

#include <stdlib.h>

struct picture_decoder *picture_decoder_open(enum picture_format format, const uint8_t *bytes,
                                             size_t count, int64_t most_pixels,
                                             int32_t least_width) {
  switch (format) {
  case PICTURE_JPEG: return jpeg_decoder_open(bytes, count, most_pixels, least_width);
  case PICTURE_PNG: return png_decoder_open(bytes, count, most_pixels);
  case PICTURE_WEBP:
  case PICTURE_WEBP_LOSSLESS: return webp_decoder_open(bytes, count, most_pixels, least_width);
  }
  return NULL;
}

int32_t picture_decoder_width(const struct picture_decoder *decoder) { return decoder->width; }

int32_t picture_decoder_height(const struct picture_decoder *decoder) { return decoder->height; }

bool picture_decoder_read(struct picture_decoder *decoder, uint8_t *row) {
  return decoder->read(decoder, row);
}

void picture_decoder_close(struct picture_decoder *decoder) { decoder->close(decoder); }

uint8_t *picture_encode(enum picture_format format, const uint8_t *pixels, int32_t width,
                        int32_t height, enum picture_channels channels, size_t *count) {
  bool has_alpha = channels == PICTURE_COLOURS_AND_ALPHA;
  switch (format) {
  case PICTURE_JPEG: return jpeg_encode(pixels, width, height, channels, count);
  case PICTURE_PNG: return png_encode(pixels, width, height, channels, count);
  case PICTURE_WEBP: return webp_encode(pixels, width, height, has_alpha, false, count);
  case PICTURE_WEBP_LOSSLESS: return webp_encode(pixels, width, height, has_alpha, true, count);
  }
  return NULL;
}

void picture_bytes_free(uint8_t *bytes) { free(bytes); }

int64_t picture_codecs_version(void) {
  return (jpeg_version() << 40) ^ (png_version() << 20) ^ webp_version();
}
