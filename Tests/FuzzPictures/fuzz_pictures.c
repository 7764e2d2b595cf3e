/* What libFuzzer calls with bytes of its own making: a file of a picture.
 *
 * The first byte chooses the format, the next two the width that is wanted and what a copy keeps of each
 * pixel. Whatever the bytes are, decoding must come to an end within its limits. What was decoded is
 * encoded and decoded once more, and must have its size then. */
#include "picture_codecs.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PIXELS = 1 << 18 };

static void demand(bool is_right) {
  if (!is_right) abort();
}

/* The pixels of a picture, to be freed; NULL where it cannot be decoded. */
static uint8_t *decoded(enum picture_format format, const uint8_t *bytes, size_t count,
                        int32_t least_width, int32_t *width, int32_t *height) {
  struct picture_decoder *decoder =
      picture_decoder_open(format, bytes, count, MOST_PIXELS, least_width);
  if (decoder == NULL) return NULL;
  *width = picture_decoder_width(decoder);
  *height = picture_decoder_height(decoder);
  demand(*width > 0 && *height > 0 && (int64_t)*width * *height <= MOST_PIXELS);
  size_t length = 4 * (size_t)*width;
  uint8_t *pixels = malloc(length * (size_t)*height);
  bool is_whole = pixels != NULL;
  for (int32_t row = 0; is_whole && row < *height; row++) {
    is_whole = picture_decoder_read(decoder, pixels + length * (size_t)row);
  }
  /* There is no row after the last. */
  uint8_t *more = malloc(length);
  if (is_whole && more != NULL) demand(!picture_decoder_read(decoder, more));
  free(more);
  picture_decoder_close(decoder);
  if (is_whole) return pixels;
  free(pixels);
  return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *start, size_t count) {
  static const enum picture_channels kept[] = {PICTURE_SHADES, PICTURE_COLOURS,
                                               PICTURE_COLOURS_AND_ALPHA};
  if (count < 3) return 0;
  enum picture_format format = start[0] % 4;
  int32_t width, height, new_width, new_height;
  uint8_t *pixels = decoded(format, start + 3, count - 3, 1 + start[1], &width, &height);
  if (pixels == NULL) return 0;
  size_t length = 0;
  uint8_t *file = picture_encode(format, pixels, width, height, kept[start[2] % 3], &length);
  free(pixels);
  if (file == NULL) return 0;
  uint8_t *again = decoded(format, file, length, width, &new_width, &new_height);
  demand(again != NULL && new_width == width && new_height == height);
  free(again);
  picture_bytes_free(file);
  return 0;
}
