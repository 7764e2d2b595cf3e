#ifndef HANDBOOK_MESSAGE_GUIDE_H
#define HANDBOOK_MESSAGE_GUIDE_H

#include <stddef.h>

/// The bytes of `docs/diagnostics.md`.
const unsigned char *handbook_message_guide(void);

/// How many they are.
size_t handbook_message_guide_count(void);

#endif
