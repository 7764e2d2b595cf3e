#include "revision.h"

#ifndef HANDBOOK_COMMIT
#define HANDBOOK_COMMIT ""
#endif

const char *const handbook_commit = HANDBOOK_COMMIT;
