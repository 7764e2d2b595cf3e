#ifndef HANDBOOK_THEME_H
#define HANDBOOK_THEME_H

#include <stddef.h>

/// A file of the built-in theme, as it lies in `templates/`.
struct handbook_theme_file {
  /// The path below `templates/`, ending with a zero byte.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// How many files the theme has.
size_t handbook_theme_file_count(void);

/// The file at `index`, in order of paths; `index` is below the count.
const struct handbook_theme_file *handbook_theme_file_at(size_t index);

#endif
