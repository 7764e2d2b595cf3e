#include "codec.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

/* Progressive files come in some ten scans; hundreds are made to keep a decoder busy. */
enum { MOST_SCANS = 100 };

/* What JPEG's pictures are encoded with: hardly to be told from the original on a screen. */
enum { QUALITY = 82 };

/* Where the library goes when a file is damaged. */
struct failure {
  struct jpeg_error_mgr manager;
  jmp_buf place;
};

static void leave(j_common_ptr info) { longjmp(((struct failure *)info->err)->place, 1); }

/* Damage that other programs paint over is damage here too: the whole file is shown then. */
static void note_message(j_common_ptr info, int level) {
  if (level < 0) leave(info);
}

static void say_nothing(j_common_ptr info) { (void)info; }

static struct jpeg_error_mgr *prepare(struct failure *failure) {
  jpeg_std_error(&failure->manager);
  failure->manager.error_exit = leave;
  failure->manager.emit_message = note_message;
  failure->manager.output_message = say_nothing;
  return &failure->manager;
}

/* --- Decoding --- */

struct jpeg_decoder {
  struct picture_decoder base;
  struct jpeg_decompress_struct info;
  struct jpeg_progress_mgr progress;
  struct failure failure;
  /* A row of cyan, magenta, yellow and black; NULL where the library gives colours of a screen. */
  uint8_t *inks;
  /* A row of red, green and blue. */
  uint8_t *colours;
};

static void count_scans(j_common_ptr info) {
  if (((j_decompress_ptr)info)->input_scan_number > MOST_SCANS) leave(info);
}

static void jpeg_decoder_close(struct picture_decoder *base) {
  struct jpeg_decoder *decoder = (struct jpeg_decoder *)base;
  jpeg_destroy_decompress(&decoder->info);
  free(decoder->inks);
  free(decoder->colours);
  free(decoder);
}

/* Files of four inks have them inverted, as Adobe's programs write them. */
static void mix_inks(const uint8_t *inks, uint8_t *row, int32_t width, bool is_inverted) {
  for (int32_t index = 0; index < width; index++) {
    for (int32_t part = 0; part < 3; part++) {
      unsigned ink = inks[4 * index + part], black = inks[4 * index + 3];
      if (!is_inverted) {
        ink = 255 - ink;
        black = 255 - black;
      }
      row[4 * index + part] = (uint8_t)((ink * black + 127) / 255);
    }
    row[4 * index + 3] = 255;
  }
}

static void spread_colours(const uint8_t *colours, uint8_t *row, int32_t width) {
  for (int32_t index = 0; index < width; index++) {
    for (int32_t part = 0; part < 3; part++) row[4 * index + part] = colours[3 * index + part];
    row[4 * index + 3] = 255;
  }
}

static bool jpeg_decoder_read(struct picture_decoder *base, uint8_t *row) {
  struct jpeg_decoder *decoder = (struct jpeg_decoder *)base;
  if (setjmp(decoder->failure.place) != 0) return false;
  JSAMPROW line = decoder->inks != NULL ? decoder->inks : decoder->colours;
  if (jpeg_read_scanlines(&decoder->info, &line, 1) != 1) return false;
  if (decoder->inks != NULL) {
    mix_inks(decoder->inks, row, base->width, decoder->info.saw_Adobe_marker);
  } else {
    spread_colours(decoder->colours, row, base->width);
  }
  return true;
}

/* Lets the library leave out detail that a picture of half the size would not show. */
static void choose_scale(struct jpeg_decompress_struct *info, int32_t least_width) {
  info->scale_num = 1;
  for (info->scale_denom = 8; info->scale_denom > 1; info->scale_denom /= 2) {
    if (info->image_width / info->scale_denom >= 2 * (unsigned)least_width) return;
  }
}

static bool begin(struct jpeg_decoder *decoder, const uint8_t *bytes, size_t count,
                  int64_t most_pixels, int32_t least_width) {
  struct jpeg_decompress_struct *info = &decoder->info;
  if (setjmp(decoder->failure.place) != 0) return false;
  jpeg_mem_src(info, (unsigned char *)bytes, count);
  jpeg_read_header(info, TRUE);
  if (!picture_size_is_allowed(info->image_width, info->image_height, most_pixels)) return false;
  choose_scale(info, least_width);
  bool has_inks = info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK;
  info->out_color_space = has_inks ? JCS_CMYK : JCS_RGB;
  info->progress = &decoder->progress;
  decoder->progress.progress_monitor = count_scans;
  jpeg_start_decompress(info);
  decoder->base.width = (int32_t)info->output_width;
  decoder->base.height = (int32_t)info->output_height;
  uint8_t **line = has_inks ? &decoder->inks : &decoder->colours;
  *line = malloc((size_t)info->output_width * (has_inks ? 4 : 3));
  return *line != NULL;
}

struct picture_decoder *jpeg_decoder_open(const uint8_t *bytes, size_t count, int64_t most_pixels,
                                          int32_t least_width) {
  struct jpeg_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) return NULL;
  decoder->base.read = jpeg_decoder_read;
  decoder->base.close = jpeg_decoder_close;
  decoder->info.err = prepare(&decoder->failure);
  if (setjmp(decoder->failure.place) != 0) {
    free(decoder);
    return NULL;
  }
  jpeg_create_decompress(&decoder->info);
  if (begin(decoder, bytes, count, most_pixels, least_width)) return &decoder->base;
  jpeg_decoder_close(&decoder->base);
  return NULL;
}

/* --- Encoding --- */

struct jpeg_encoder {
  struct jpeg_compress_struct info;
  struct failure failure;
  uint8_t *row;
  unsigned char *output;
  unsigned long count;
};

static bool write_picture(struct jpeg_encoder *encoder, const uint8_t *pixels, int32_t width,
                          int32_t height, int32_t channels) {
  struct jpeg_compress_struct *info = &encoder->info;
  if (setjmp(encoder->failure.place) != 0) return false;
  jpeg_create_compress(info);
  jpeg_mem_dest(info, &encoder->output, &encoder->count);
  info->image_width = (JDIMENSION)width;
  info->image_height = (JDIMENSION)height;
  info->input_components = channels;
  info->in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(info);
  jpeg_set_quality(info, QUALITY, TRUE);
  info->optimize_coding = TRUE;
  jpeg_simple_progression(info);
  jpeg_start_compress(info, TRUE);
  while (info->next_scanline < info->image_height) {
    const uint8_t *line = pixels + 4 * (size_t)width * info->next_scanline;
    picture_pack_row(line, encoder->row, width, channels);
    JSAMPROW row = encoder->row;
    jpeg_write_scanlines(info, &row, 1);
  }
  jpeg_finish_compress(info);
  return true;
}

uint8_t *jpeg_encode(const uint8_t *pixels, int32_t width, int32_t height,
                     enum picture_channels channels, size_t *count) {
  int32_t kept = channels == PICTURE_SHADES ? 1 : 3;
  struct jpeg_encoder *encoder = calloc(1, sizeof *encoder);
  if (encoder == NULL) return NULL;
  encoder->info.err = prepare(&encoder->failure);
  encoder->row = malloc((size_t)kept * (size_t)width);
  bool is_whole = encoder->row != NULL && write_picture(encoder, pixels, width, height, kept);
  uint8_t *output = encoder->output;
  *count = encoder->count;
  jpeg_destroy_compress(&encoder->info);
  free(encoder->row);
  free(encoder);
  if (is_whole) return output;
  free(output);
  return NULL;
}

int64_t jpeg_version(void) {
#ifdef LIBJPEG_TURBO_VERSION_NUMBER
  return LIBJPEG_TURBO_VERSION_NUMBER;
#else
  return JPEG_LIB_VERSION;
#endif
}
