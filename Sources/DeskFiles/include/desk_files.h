#ifndef HANDBOOK_DESK_FILES_H
#define HANDBOOK_DESK_FILES_H

#include <stddef.h>

/// A file of the desk, as it lies in `files/`.
struct handbook_desk_file {
  /// The path below `files/`, ending with a zero byte.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// How many files the desk has.
size_t handbook_desk_file_count(void);

/// The file at `index`, in order of paths; `index` is below the count.
const struct handbook_desk_file *handbook_desk_file_at(size_t index);

#endif
