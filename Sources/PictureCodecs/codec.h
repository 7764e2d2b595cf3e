/* What the decoders of all formats share. */
#ifndef PICTURE_CODEC_H
#define PICTURE_CODEC_H

#include "picture_codecs.h"

/* The beginning of every decoder: its size as it gives rows, and how it reads and closes. */
struct picture_decoder {
  int32_t width;
  int32_t height;
  bool (*read)(struct picture_decoder *decoder, uint8_t *row);
  void (*close)(struct picture_decoder *decoder);
};

/* Whether a size is one that is decoded at all. */
static inline bool picture_size_is_allowed(int64_t width, int64_t height, int64_t most_pixels) {
  return width > 0 && height > 0 && width <= INT32_MAX && height <= INT32_MAX
         && height <= most_pixels / width;
}

struct picture_decoder *jpeg_decoder_open(const uint8_t *bytes, size_t count, int64_t most_pixels,
                                          int32_t least_width);
struct picture_decoder *png_decoder_open(const uint8_t *bytes, size_t count, int64_t most_pixels);
struct picture_decoder *webp_decoder_open(const uint8_t *bytes, size_t count, int64_t most_pixels,
                                          int32_t least_width);

/* Copies the first channels of each pixel of a row, of one byte each, end to end. */
static inline void picture_pack_row(const uint8_t *pixels, uint8_t *row, int32_t width,
                                    int32_t channels) {
  for (int32_t index = 0; index < width; index++) {
    for (int32_t part = 0; part < channels; part++) *row++ = pixels[4 * index + part];
  }
}

uint8_t *jpeg_encode(const uint8_t *pixels, int32_t width, int32_t height,
                     enum picture_channels channels, size_t *count);
uint8_t *png_encode(const uint8_t *pixels, int32_t width, int32_t height,
                    enum picture_channels channels, size_t *count);
uint8_t *webp_encode(const uint8_t *pixels, int32_t width, int32_t height, bool has_alpha,
                     bool is_lossless, size_t *count);

int64_t jpeg_version(void);
int64_t png_version(void);
int64_t webp_version(void);

#endif
