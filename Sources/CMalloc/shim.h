/* The settings of glibc's allocator, which Swift's module of it leaves out. macOS has no such file. */
#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#endif
