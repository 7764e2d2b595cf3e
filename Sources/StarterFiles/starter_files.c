// Written by scripts/embed: the files of Sources/StarterFiles/files/, put into the binary by the compiler.
#include "starter_files.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "files/examples/ar.yml"
};
static const unsigned char file_1[] = {
#embed "files/examples/cy.yml"
};
static const unsigned char file_2[] = {
#embed "files/examples/de.yml"
};
static const unsigned char file_3[] = {
#embed "files/examples/en.yml"
};
static const unsigned char file_4[] = {
#embed "files/examples/es.yml"
};
static const unsigned char file_5[] = {
#embed "files/examples/fr.yml"
};
static const unsigned char file_6[] = {
#embed "files/sentences/ar.yml"
};
static const unsigned char file_7[] = {
#embed "files/sentences/cy.yml"
};
static const unsigned char file_8[] = {
#embed "files/sentences/de.yml"
};
static const unsigned char file_9[] = {
#embed "files/sentences/en.yml"
};
static const unsigned char file_10[] = {
#embed "files/sentences/es.yml"
};
static const unsigned char file_11[] = {
#embed "files/sentences/fr.yml"
};
static const unsigned char file_12[] = {
#embed "files/words/ar.yml"
};
static const unsigned char file_13[] = {
#embed "files/words/cy.yml"
};
static const unsigned char file_14[] = {
#embed "files/words/de.yml"
};
static const unsigned char file_15[] = {
#embed "files/words/en.yml"
};
static const unsigned char file_16[] = {
#embed "files/words/es.yml"
};
static const unsigned char file_17[] = {
#embed "files/words/fr.yml"
};

static const struct handbook_starter_file files[] = {
  {"examples/ar.yml", file_0, sizeof file_0},
  {"examples/cy.yml", file_1, sizeof file_1},
  {"examples/de.yml", file_2, sizeof file_2},
  {"examples/en.yml", file_3, sizeof file_3},
  {"examples/es.yml", file_4, sizeof file_4},
  {"examples/fr.yml", file_5, sizeof file_5},
  {"sentences/ar.yml", file_6, sizeof file_6},
  {"sentences/cy.yml", file_7, sizeof file_7},
  {"sentences/de.yml", file_8, sizeof file_8},
  {"sentences/en.yml", file_9, sizeof file_9},
  {"sentences/es.yml", file_10, sizeof file_10},
  {"sentences/fr.yml", file_11, sizeof file_11},
  {"words/ar.yml", file_12, sizeof file_12},
  {"words/cy.yml", file_13, sizeof file_13},
  {"words/de.yml", file_14, sizeof file_14},
  {"words/en.yml", file_15, sizeof file_15},
  {"words/es.yml", file_16, sizeof file_16},
  {"words/fr.yml", file_17, sizeof file_17},
};

size_t handbook_starter_file_count(void) { return sizeof files / sizeof files[0]; }

const struct handbook_starter_file *handbook_starter_file_at(size_t index) {
  return &files[index];
}
