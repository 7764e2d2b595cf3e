#include "codec.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

/* More than this in one chunk beside the pixels is no picture of anybody's. */
enum { MOST_IN_CHUNK = 8000000 };

static void leave(png_structp png, png_const_charp message) {
  (void)message;
  png_longjmp(png, 1);
}

static void say_nothing(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

/* --- Decoding --- */

struct png_decoder {
  struct picture_decoder base;
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t left;
  /* All rows of a picture that is stored interlaced; NULL of others. */
  uint8_t *rows;
  int32_t next_row;
};

static void read_bytes(png_structp png, png_bytep output, size_t count) {
  struct png_decoder *decoder = png_get_io_ptr(png);
  if (count > decoder->left) png_error(png, "cut short");
  memcpy(output, decoder->bytes, count);
  decoder->bytes += count;
  decoder->left -= count;
}

static void png_decoder_close(struct picture_decoder *base) {
  struct png_decoder *decoder = (struct png_decoder *)base;
  png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
  free(decoder->rows);
  free(decoder);
}

static bool png_decoder_read(struct picture_decoder *base, uint8_t *row) {
  struct png_decoder *decoder = (struct png_decoder *)base;
  size_t length = 4 * (size_t)base->width;
  if (decoder->next_row >= base->height) return false;
  if (decoder->rows != NULL) {
    memcpy(row, decoder->rows + length * (size_t)decoder->next_row, length);
  } else {
    if (setjmp(png_jmpbuf(decoder->png)) != 0) return false;
    png_read_row(decoder->png, row, NULL);
  }
  decoder->next_row++;
  return true;
}

/* Whatever a file holds becomes eight bits of red, green, blue and alpha. */
static void choose_pixels(struct png_decoder *decoder) {
  png_set_expand(decoder->png);
  png_set_scale_16(decoder->png);
  png_set_gray_to_rgb(decoder->png);
  png_set_add_alpha(decoder->png, 0xFF, PNG_FILLER_AFTER);
}

static bool read_interlaced(struct png_decoder *decoder, int passes) {
  size_t length = 4 * (size_t)decoder->base.width;
  decoder->rows = calloc((size_t)decoder->base.height, length);
  if (decoder->rows == NULL) return false;
  for (int pass = 0; pass < passes; pass++) {
    for (int32_t row = 0; row < decoder->base.height; row++) {
      png_read_row(decoder->png, decoder->rows + length * (size_t)row, NULL);
    }
  }
  return true;
}

static bool begin(struct png_decoder *decoder, int64_t most_pixels) {
  if (setjmp(png_jmpbuf(decoder->png)) != 0) return false;
  png_set_chunk_malloc_max(decoder->png, MOST_IN_CHUNK);
  png_set_read_fn(decoder->png, decoder, read_bytes);
  png_read_info(decoder->png, decoder->info);
  int64_t width = png_get_image_width(decoder->png, decoder->info);
  int64_t height = png_get_image_height(decoder->png, decoder->info);
  if (!picture_size_is_allowed(width, height, most_pixels)) return false;
  decoder->base.width = (int32_t)width;
  decoder->base.height = (int32_t)height;
  choose_pixels(decoder);
  int passes = png_set_interlace_handling(decoder->png);
  png_read_update_info(decoder->png, decoder->info);
  if (png_get_rowbytes(decoder->png, decoder->info) != 4 * (size_t)width) return false;
  return passes == 1 || read_interlaced(decoder, passes);
}

struct picture_decoder *png_decoder_open(const uint8_t *bytes, size_t count, int64_t most_pixels) {
  struct png_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) return NULL;
  decoder->base.read = png_decoder_read;
  decoder->base.close = png_decoder_close;
  decoder->bytes = bytes;
  decoder->left = count;
  decoder->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, leave, say_nothing);
  if (decoder->png != NULL) decoder->info = png_create_info_struct(decoder->png);
  if (decoder->info != NULL && begin(decoder, most_pixels)) return &decoder->base;
  png_decoder_close(&decoder->base);
  return NULL;
}

/* --- Encoding --- */

struct png_output {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
};

static void write_bytes(png_structp png, png_bytep bytes, size_t count) {
  struct png_output *output = png_get_io_ptr(png);
  if (output->capacity - output->count < count) {
    size_t capacity = 2 * output->capacity + count;
    uint8_t *grown = realloc(output->bytes, capacity);
    if (grown == NULL) png_error(png, "no memory");
    output->bytes = grown;
    output->capacity = capacity;
  }
  memcpy(output->bytes + output->count, bytes, count);
  output->count += count;
}

/* A picture that is being encoded, and what is freed after it. */
struct png_encoder {
  png_structp png;
  png_infop info;
  struct png_output output;
};

static bool png_encoder_open(struct png_encoder *encoder) {
  *encoder = (struct png_encoder){NULL, NULL, {NULL, 0, 0}};
  encoder->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, leave, say_nothing);
  if (encoder->png != NULL) encoder->info = png_create_info_struct(encoder->png);
  return encoder->info != NULL;
}

/* The bytes, which are then the caller's; NULL where they are not whole. */
static uint8_t *png_encoder_close(struct png_encoder *encoder, bool is_whole, size_t *count) {
  png_destroy_write_struct(&encoder->png, &encoder->info);
  *count = encoder->output.count;
  if (is_whole) return encoder->output.bytes;
  free(encoder->output.bytes);
  return NULL;
}

static bool write_picture(struct png_encoder *encoder, const uint8_t *pixels, int32_t width,
                          int32_t height, enum picture_channels channels, uint8_t *line) {
  png_structp png = encoder->png;
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &encoder->output, write_bytes, NULL);
  int type = channels == PICTURE_SHADES    ? PNG_COLOR_TYPE_GRAY
             : channels == PICTURE_COLOURS ? PNG_COLOR_TYPE_RGB
                                           : PNG_COLOR_TYPE_RGB_ALPHA;
  png_set_IHDR(png, encoder->info, (png_uint_32)width, (png_uint_32)height, 8, type,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, encoder->info);
  for (int32_t row = 0; row < height; row++) {
    picture_pack_row(pixels + 4 * (size_t)width * (size_t)row, line, width, channels);
    png_write_row(png, line);
  }
  png_write_end(png, NULL);
  return true;
}

uint8_t *png_encode(const uint8_t *pixels, int32_t width, int32_t height,
                    enum picture_channels channels, size_t *count) {
  struct png_encoder encoder;
  uint8_t *line = malloc((size_t)channels * (size_t)width);
  bool is_whole = png_encoder_open(&encoder) && line != NULL
                  && write_picture(&encoder, pixels, width, height, channels, line);
  free(line);
  return png_encoder_close(&encoder, is_whole, count);
}

/* The colours, and how clear those are that are not whole. */
static void set_palette(struct png_encoder *encoder, const uint8_t *palette, int32_t colours) {
  png_color opaque[PNG_MAX_PALETTE_LENGTH];
  png_byte alphas[PNG_MAX_PALETTE_LENGTH];
  int32_t clear = 0;
  for (int32_t index = 0; index < colours; index++, palette += 4) {
    opaque[index] = (png_color){palette[0], palette[1], palette[2]};
    alphas[index] = palette[3];
    if (palette[3] != 0xFF) clear = index + 1;
  }
  png_set_PLTE(encoder->png, encoder->info, opaque, colours);
  if (clear > 0) png_set_tRNS(encoder->png, encoder->info, alphas, clear, NULL);
}

static bool write_numbers(struct png_encoder *encoder, const uint8_t *numbers, int32_t width,
                          int32_t height, const uint8_t *palette, int32_t colours) {
  png_structp png = encoder->png;
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &encoder->output, write_bytes, NULL);
  png_set_IHDR(png, encoder->info, (png_uint_32)width, (png_uint_32)height, colours > 16 ? 8 : 4,
               PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  set_palette(encoder, palette, colours);
  png_write_info(png, encoder->info);
  png_set_packing(png);
  for (int32_t row = 0; row < height; row++) {
    png_write_row(png, numbers + (size_t)width * (size_t)row);
  }
  png_write_end(png, NULL);
  return true;
}

uint8_t *picture_encode_palette(const uint8_t *numbers, int32_t width, int32_t height,
                                const uint8_t *palette, int32_t colours, size_t *count) {
  struct png_encoder encoder;
  bool is_whole = png_encoder_open(&encoder) && colours > 0 && colours <= PNG_MAX_PALETTE_LENGTH
                  && write_numbers(&encoder, numbers, width, height, palette, colours);
  return png_encoder_close(&encoder, is_whole, count);
}

int64_t png_version(void) { return png_access_version_number(); }
