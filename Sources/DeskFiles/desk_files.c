// Written by scripts/embed: the files of Sources/DeskFiles/files/, put into the binary by the compiler.
#include "desk_files.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "files/agenda.html"
};
static const unsigned char file_1[] = {
#embed "files/beginning.html"
};
static const unsigned char file_2[] = {
#embed "files/consent.html"
};
static const unsigned char file_3[] = {
#embed "files/days.yml"
};
static const unsigned char file_4[] = {
#embed "files/desk.css"
};
static const unsigned char file_5[] = {
#embed "files/desk.js"
};
static const unsigned char file_6[] = {
#embed "files/form.html"
};
static const unsigned char file_7[] = {
#embed "files/home.html"
};
static const unsigned char file_8[] = {
#embed "files/inbox.js"
};
static const unsigned char file_9[] = {
#embed "files/layout.html"
};
static const unsigned char file_10[] = {
#embed "files/leaving.html"
};
static const unsigned char file_11[] = {
#embed "files/list.html"
};
static const unsigned char file_12[] = {
#embed "files/minutes.css"
};
static const unsigned char file_13[] = {
#embed "files/minutes.html"
};
static const unsigned char file_14[] = {
#embed "files/minutes.js"
};
static const unsigned char file_15[] = {
#embed "files/next.html"
};
static const unsigned char file_16[] = {
#embed "files/note.html"
};
static const unsigned char file_17[] = {
#embed "files/partials/agenda.html"
};
static const unsigned char file_18[] = {
#embed "files/partials/alternative.html"
};
static const unsigned char file_19[] = {
#embed "files/partials/control.html"
};
static const unsigned char file_20[] = {
#embed "files/partials/finding.html"
};
static const unsigned char file_21[] = {
#embed "files/partials/part.html"
};
static const unsigned char file_22[] = {
#embed "files/partials/simple.html"
};
static const unsigned char file_23[] = {
#embed "files/partials/text.html"
};
static const unsigned char file_24[] = {
#embed "files/publish.html"
};
static const unsigned char file_25[] = {
#embed "files/publish.js"
};
static const unsigned char file_26[] = {
#embed "files/sheet.css"
};
static const unsigned char file_27[] = {
#embed "files/sheet.html"
};
static const unsigned char file_28[] = {
#embed "files/sheet.js"
};
static const unsigned char file_29[] = {
#embed "files/taking-down.html"
};
static const unsigned char file_30[] = {
#embed "files/text.js"
};
static const unsigned char file_31[] = {
#embed "files/versions.html"
};
static const unsigned char file_32[] = {
#embed "files/words/ar.yml"
};
static const unsigned char file_33[] = {
#embed "files/words/cy.yml"
};
static const unsigned char file_34[] = {
#embed "files/words/de.yml"
};
static const unsigned char file_35[] = {
#embed "files/words/en.yml"
};
static const unsigned char file_36[] = {
#embed "files/words/es.yml"
};
static const unsigned char file_37[] = {
#embed "files/words/fr.yml"
};

static const struct handbook_desk_file files[] = {
  {"agenda.html", file_0, sizeof file_0},
  {"beginning.html", file_1, sizeof file_1},
  {"consent.html", file_2, sizeof file_2},
  {"days.yml", file_3, sizeof file_3},
  {"desk.css", file_4, sizeof file_4},
  {"desk.js", file_5, sizeof file_5},
  {"form.html", file_6, sizeof file_6},
  {"home.html", file_7, sizeof file_7},
  {"inbox.js", file_8, sizeof file_8},
  {"layout.html", file_9, sizeof file_9},
  {"leaving.html", file_10, sizeof file_10},
  {"list.html", file_11, sizeof file_11},
  {"minutes.css", file_12, sizeof file_12},
  {"minutes.html", file_13, sizeof file_13},
  {"minutes.js", file_14, sizeof file_14},
  {"next.html", file_15, sizeof file_15},
  {"note.html", file_16, sizeof file_16},
  {"partials/agenda.html", file_17, sizeof file_17},
  {"partials/alternative.html", file_18, sizeof file_18},
  {"partials/control.html", file_19, sizeof file_19},
  {"partials/finding.html", file_20, sizeof file_20},
  {"partials/part.html", file_21, sizeof file_21},
  {"partials/simple.html", file_22, sizeof file_22},
  {"partials/text.html", file_23, sizeof file_23},
  {"publish.html", file_24, sizeof file_24},
  {"publish.js", file_25, sizeof file_25},
  {"sheet.css", file_26, sizeof file_26},
  {"sheet.html", file_27, sizeof file_27},
  {"sheet.js", file_28, sizeof file_28},
  {"taking-down.html", file_29, sizeof file_29},
  {"text.js", file_30, sizeof file_30},
  {"versions.html", file_31, sizeof file_31},
  {"words/ar.yml", file_32, sizeof file_32},
  {"words/cy.yml", file_33, sizeof file_33},
  {"words/de.yml", file_34, sizeof file_34},
  {"words/en.yml", file_35, sizeof file_35},
  {"words/es.yml", file_36, sizeof file_36},
  {"words/fr.yml", file_37, sizeof file_37},
};

size_t handbook_desk_file_count(void) { return sizeof files / sizeof files[0]; }

const struct handbook_desk_file *handbook_desk_file_at(size_t index) {
  return &files[index];
}
