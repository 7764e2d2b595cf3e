/* What nobody can do without: reads every entry, lets libcmark parse and render it, and writes a
   file for it; copies the other files. One core, no checks, no links, no theme: the floor that builds
   are measured against.

   Usage: floor CONTENT OUTPUT */

#include <cmark.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *read_all(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  struct stat status;
  fstat(fileno(file), &status);
  char *text = malloc((size_t)status.st_size + 1);
  *length = fread(text, 1, (size_t)status.st_size, file);
  text[*length] = 0;
  fclose(file);
  return text;
}

/* The text below the second line of three hyphens. */
static const char *body_of(const char *text) {
  if (strncmp(text, "---\n", 4) != 0) return text;
  const char *end = strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static void write_all(const char *to, const char *bytes, size_t length) {
  FILE *file = fopen(to, "wb");
  if (!file) return;
  fwrite(bytes, 1, length, file);
  fclose(file);
}

/* Renders an entry, and copies any other file. */
static void convert(const char *from, const char *to) {
  size_t length = 0;
  char *text = read_all(from, &length);
  if (!text) return;
  const char *ending = strrchr(from, '.');
  if (ending && strcmp(ending, ".md") == 0) {
    const char *body = body_of(text);
    char *html = cmark_markdown_to_html(body, length - (size_t)(body - text), CMARK_OPT_DEFAULT);
    write_all(to, html, strlen(html));
    free(html);
  } else {
    write_all(to, text, length);
  }
  free(text);
}

static void convert_folder(const char *from, const char *to) {
  DIR *folder = opendir(from);
  if (!folder) return;
  mkdir(to, 0755);
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    char source[4096], target[4096];
    snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
    snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
    struct stat status;
    if (stat(source, &status) != 0) continue;
    if (S_ISDIR(status.st_mode)) convert_folder(source, target);
    else convert(source, target);
  }
  closedir(folder);
}

int main(int count, char **words) {
  if (count != 3) return 2;
  convert_folder(words[1], words[2]);
  return 0;
}
