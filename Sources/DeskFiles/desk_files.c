// Written by scripts/embed: the files of Sources/DeskFiles/files/, put into the binary by the compiler.
#include "desk_files.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "files/beginning.html"
};
static const unsigned char file_1[] = {
#embed "files/desk.css"
};
static const unsigned char file_2[] = {
#embed "files/desk.js"
};
static const unsigned char file_3[] = {
#embed "files/form.html"
};
static const unsigned char file_4[] = {
#embed "files/home.html"
};
static const unsigned char file_5[] = {
#embed "files/inbox.js"
};
static const unsigned char file_6[] = {
#embed "files/layout.html"
};
static const unsigned char file_7[] = {
#embed "files/list.html"
};
static const unsigned char file_8[] = {
#embed "files/note.html"
};
static const unsigned char file_9[] = {
#embed "files/partials/control.html"
};
static const unsigned char file_10[] = {
#embed "files/partials/finding.html"
};
static const unsigned char file_11[] = {
#embed "files/partials/part.html"
};
static const unsigned char file_12[] = {
#embed "files/partials/simple.html"
};
static const unsigned char file_13[] = {
#embed "files/partials/text.html"
};
static const unsigned char file_14[] = {
#embed "files/sheet.css"
};
static const unsigned char file_15[] = {
#embed "files/sheet.html"
};
static const unsigned char file_16[] = {
#embed "files/sheet.js"
};
static const unsigned char file_17[] = {
#embed "files/text.js"
};
static const unsigned char file_18[] = {
#embed "files/words/en.yml"
};

static const struct handbook_desk_file files[] = {
  {"beginning.html", file_0, sizeof file_0},
  {"desk.css", file_1, sizeof file_1},
  {"desk.js", file_2, sizeof file_2},
  {"form.html", file_3, sizeof file_3},
  {"home.html", file_4, sizeof file_4},
  {"inbox.js", file_5, sizeof file_5},
  {"layout.html", file_6, sizeof file_6},
  {"list.html", file_7, sizeof file_7},
  {"note.html", file_8, sizeof file_8},
  {"partials/control.html", file_9, sizeof file_9},
  {"partials/finding.html", file_10, sizeof file_10},
  {"partials/part.html", file_11, sizeof file_11},
  {"partials/simple.html", file_12, sizeof file_12},
  {"partials/text.html", file_13, sizeof file_13},
  {"sheet.css", file_14, sizeof file_14},
  {"sheet.html", file_15, sizeof file_15},
  {"sheet.js", file_16, sizeof file_16},
  {"text.js", file_17, sizeof file_17},
  {"words/en.yml", file_18, sizeof file_18},
};

size_t handbook_desk_file_count(void) { return sizeof files / sizeof files[0]; }

const struct handbook_desk_file *handbook_desk_file_at(size_t index) {
  return &files[index];
}
