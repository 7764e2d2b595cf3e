// The page on messages, put into the binary by the compiler, for `handbook explain`.
#include "message_guide.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char guide[] = {
#embed "../../docs/diagnostics.md"
};

const unsigned char *handbook_message_guide(void) { return guide; }

size_t handbook_message_guide_count(void) { return sizeof guide; }
