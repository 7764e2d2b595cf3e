/* Decoding and encoding of JPEG, PNG and WebP by the system's libraries.
 *
 * The libraries for JPEG and PNG leave by longjmp where a file is damaged, which Swift cannot be
 * called through. So every such call is made here, and each function tells by its result whether
 * it went well. Pixels are rows of red, green, blue and alpha, a byte each; colours are not
 * multiplied by alpha. */
#ifndef PICTURE_CODECS_H
#define PICTURE_CODECS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum picture_format { PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP, PICTURE_WEBP_LOSSLESS };

/* What a file keeps of each pixel: one shade, three colours, or these and alpha. WebP has no shades, and
 * JPEG no alpha. */
enum picture_channels { PICTURE_SHADES = 1, PICTURE_COLOURS = 3, PICTURE_COLOURS_AND_ALPHA = 4 };

/* A picture that is being decoded, row by row. */
struct picture_decoder;

/* Begins to decode a picture; NULL where it is damaged, animated, has more pixels than `most_pixels`,
 * or needs more memory than there is.
 *
 * The decoder may make the picture smaller by a power of two, but never narrower than twice
 * `least_width`. `bytes` must stay where they are until the decoder is closed. */
struct picture_decoder *picture_decoder_open(enum picture_format format, const uint8_t *bytes,
                                             size_t count, int64_t most_pixels,
                                             int32_t least_width);

/* The size that the rows have. */
int32_t picture_decoder_width(const struct picture_decoder *decoder);
int32_t picture_decoder_height(const struct picture_decoder *decoder);

/* Decodes the next row into `4 * width` bytes; false where the picture is damaged. */
bool picture_decoder_read(struct picture_decoder *decoder, uint8_t *row);

void picture_decoder_close(struct picture_decoder *decoder);

/* Encodes a picture, without any metadata; NULL where that fails. The bytes are freed with
 * `picture_bytes_free`. Of shades, the first colour is taken. */
uint8_t *picture_encode(enum picture_format format, const uint8_t *pixels, int32_t width,
                        int32_t height, enum picture_channels channels, size_t *count);

/* Encodes a PNG whose pixels are numbers of the colours of a palette, four bytes each, at most 256;
 * NULL where that fails. Up to 16 colours take half a byte a pixel. */
uint8_t *picture_encode_palette(const uint8_t *numbers, int32_t width, int32_t height,
                                const uint8_t *palette, int32_t colours, size_t *count);

void picture_bytes_free(uint8_t *bytes);

/* A number that tells the versions of the libraries, whose bytes may differ. */
int64_t picture_codecs_version(void);

#endif
