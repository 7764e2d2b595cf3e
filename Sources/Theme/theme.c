// Written by scripts/embed: the files of templates/, put into the binary by the compiler.
#include "theme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../templates/actions-done.html"
};
static const unsigned char file_1[] = {
#embed "../../templates/actions.html"
};
static const unsigned char file_2[] = {
#embed "../../templates/archive.html"
};
static const unsigned char file_3[] = {
#embed "../../templates/assets/charts.css"
};
static const unsigned char file_4[] = {
#embed "../../templates/assets/colours.js"
};
static const unsigned char file_5[] = {
#embed "../../templates/assets/filters.js"
};
static const unsigned char file_6[] = {
#embed "../../templates/assets/icon.svg"
};
static const unsigned char file_7[] = {
#embed "../../templates/assets/paper.css"
};
static const unsigned char file_8[] = {
#embed "../../templates/assets/print.css"
};
static const unsigned char file_9[] = {
#embed "../../templates/assets/reading.js"
};
static const unsigned char file_10[] = {
#embed "../../templates/assets/search-box.js"
};
static const unsigned char file_11[] = {
#embed "../../templates/assets/search-index.js"
};
static const unsigned char file_12[] = {
#embed "../../templates/assets/search-page.js"
};
static const unsigned char file_13[] = {
#embed "../../templates/assets/search.js"
};
static const unsigned char file_14[] = {
#embed "../../templates/assets/style.css"
};
static const unsigned char file_15[] = {
#embed "../../templates/decisions.html"
};
static const unsigned char file_16[] = {
#embed "../../templates/entry.html"
};
static const unsigned char file_17[] = {
#embed "../../templates/goal.html"
};
static const unsigned char file_18[] = {
#embed "../../templates/goals.html"
};
static const unsigned char file_19[] = {
#embed "../../templates/home.html"
};
static const unsigned char file_20[] = {
#embed "../../templates/layout.html"
};
static const unsigned char file_21[] = {
#embed "../../templates/listing.html"
};
static const unsigned char file_22[] = {
#embed "../../templates/meeting.html"
};
static const unsigned char file_23[] = {
#embed "../../templates/meetings.html"
};
static const unsigned char file_24[] = {
#embed "../../templates/member.html"
};
static const unsigned char file_25[] = {
#embed "../../templates/members.html"
};
static const unsigned char file_26[] = {
#embed "../../templates/missed.html"
};
static const unsigned char file_27[] = {
#embed "../../templates/month.html"
};
static const unsigned char file_28[] = {
#embed "../../templates/not-found.html"
};
static const unsigned char file_29[] = {
#embed "../../templates/offers.html"
};
static const unsigned char file_30[] = {
#embed "../../templates/page.html"
};
static const unsigned char file_31[] = {
#embed "../../templates/pages.html"
};
static const unsigned char file_32[] = {
#embed "../../templates/partials/action.html"
};
static const unsigned char file_33[] = {
#embed "../../templates/partials/backlink.html"
};
static const unsigned char file_34[] = {
#embed "../../templates/partials/backlinks.html"
};
static const unsigned char file_35[] = {
#embed "../../templates/partials/breadcrumbs.html"
};
static const unsigned char file_36[] = {
#embed "../../templates/partials/card-goal.html"
};
static const unsigned char file_37[] = {
#embed "../../templates/partials/card-meeting.html"
};
static const unsigned char file_38[] = {
#embed "../../templates/partials/card-member.html"
};
static const unsigned char file_39[] = {
#embed "../../templates/partials/card-meta.html"
};
static const unsigned char file_40[] = {
#embed "../../templates/partials/card-series.html"
};
static const unsigned char file_41[] = {
#embed "../../templates/partials/card-tags.html"
};
static const unsigned char file_42[] = {
#embed "../../templates/partials/card.html"
};
static const unsigned char file_43[] = {
#embed "../../templates/partials/colours.html"
};
static const unsigned char file_44[] = {
#embed "../../templates/partials/date.html"
};
static const unsigned char file_45[] = {
#embed "../../templates/partials/decision.html"
};
static const unsigned char file_46[] = {
#embed "../../templates/partials/entry-foot.html"
};
static const unsigned char file_47[] = {
#embed "../../templates/partials/exchange-links.html"
};
static const unsigned char file_48[] = {
#embed "../../templates/partials/facets.html"
};
static const unsigned char file_49[] = {
#embed "../../templates/partials/footer.html"
};
static const unsigned char file_50[] = {
#embed "../../templates/partials/header.html"
};
static const unsigned char file_51[] = {
#embed "../../templates/partials/image.html"
};
static const unsigned char file_52[] = {
#embed "../../templates/partials/leaf.html"
};
static const unsigned char file_53[] = {
#embed "../../templates/partials/letters.html"
};
static const unsigned char file_54[] = {
#embed "../../templates/partials/link.html"
};
static const unsigned char file_55[] = {
#embed "../../templates/partials/lists.html"
};
static const unsigned char file_56[] = {
#embed "../../templates/partials/months.html"
};
static const unsigned char file_57[] = {
#embed "../../templates/partials/needs.html"
};
static const unsigned char file_58[] = {
#embed "../../templates/partials/neighbours.html"
};
static const unsigned char file_59[] = {
#embed "../../templates/partials/news.html"
};
static const unsigned char file_60[] = {
#embed "../../templates/partials/occasion-buttons.html"
};
static const unsigned char file_61[] = {
#embed "../../templates/partials/occasion.html"
};
static const unsigned char file_62[] = {
#embed "../../templates/partials/offer.html"
};
static const unsigned char file_63[] = {
#embed "../../templates/partials/outline-fold.html"
};
static const unsigned char file_64[] = {
#embed "../../templates/partials/outline.html"
};
static const unsigned char file_65[] = {
#embed "../../templates/partials/pagination.html"
};
static const unsigned char file_66[] = {
#embed "../../templates/partials/person.html"
};
static const unsigned char file_67[] = {
#embed "../../templates/partials/portrait.html"
};
static const unsigned char file_68[] = {
#embed "../../templates/partials/printed-entry.html"
};
static const unsigned char file_69[] = {
#embed "../../templates/partials/progress.html"
};
static const unsigned char file_70[] = {
#embed "../../templates/partials/quote.html"
};
static const unsigned char file_71[] = {
#embed "../../templates/partials/register-group.html"
};
static const unsigned char file_72[] = {
#embed "../../templates/partials/register-line.html"
};
static const unsigned char file_73[] = {
#embed "../../templates/partials/register.html"
};
static const unsigned char file_74[] = {
#embed "../../templates/partials/related-folded.html"
};
static const unsigned char file_75[] = {
#embed "../../templates/partials/related-group.html"
};
static const unsigned char file_76[] = {
#embed "../../templates/partials/roles.html"
};
static const unsigned char file_77[] = {
#embed "../../templates/partials/search-box.html"
};
static const unsigned char file_78[] = {
#embed "../../templates/partials/search-icon.html"
};
static const unsigned char file_79[] = {
#embed "../../templates/partials/standing.html"
};
static const unsigned char file_80[] = {
#embed "../../templates/partials/status.html"
};
static const unsigned char file_81[] = {
#embed "../../templates/partials/thumbnail.html"
};
static const unsigned char file_82[] = {
#embed "../../templates/partials/titles.html"
};
static const unsigned char file_83[] = {
#embed "../../templates/partials/topics.html"
};
static const unsigned char file_84[] = {
#embed "../../templates/partials/translations.html"
};
static const unsigned char file_85[] = {
#embed "../../templates/partials/turning.html"
};
static const unsigned char file_86[] = {
#embed "../../templates/partials/year-links.html"
};
static const unsigned char file_87[] = {
#embed "../../templates/post.html"
};
static const unsigned char file_88[] = {
#embed "../../templates/posts.html"
};
static const unsigned char file_89[] = {
#embed "../../templates/print.html"
};
static const unsigned char file_90[] = {
#embed "../../templates/redirect.html"
};
static const unsigned char file_91[] = {
#embed "../../templates/resource.html"
};
static const unsigned char file_92[] = {
#embed "../../templates/resources.html"
};
static const unsigned char file_93[] = {
#embed "../../templates/search.html"
};
static const unsigned char file_94[] = {
#embed "../../templates/seeks.html"
};
static const unsigned char file_95[] = {
#embed "../../templates/series.html"
};
static const unsigned char file_96[] = {
#embed "../../templates/strings/ar.yml"
};
static const unsigned char file_97[] = {
#embed "../../templates/strings/cy.yml"
};
static const unsigned char file_98[] = {
#embed "../../templates/strings/de.yml"
};
static const unsigned char file_99[] = {
#embed "../../templates/strings/en.yml"
};
static const unsigned char file_100[] = {
#embed "../../templates/strings/es.yml"
};
static const unsigned char file_101[] = {
#embed "../../templates/strings/fr.yml"
};
static const unsigned char file_102[] = {
#embed "../../templates/success.html"
};
static const unsigned char file_103[] = {
#embed "../../templates/successes.html"
};
static const unsigned char file_104[] = {
#embed "../../templates/tag.html"
};
static const unsigned char file_105[] = {
#embed "../../templates/tags.html"
};
static const unsigned char file_106[] = {
#embed "../../templates/taken-down.html"
};
static const unsigned char file_107[] = {
#embed "../../templates/titles.html"
};
static const unsigned char file_108[] = {
#embed "../../templates/year.html"
};
static const unsigned char file_109[] = {
#embed "../../templates/years.html"
};

static const struct handbook_theme_file files[] = {
  {"actions-done.html", file_0, sizeof file_0},
  {"actions.html", file_1, sizeof file_1},
  {"archive.html", file_2, sizeof file_2},
  {"assets/charts.css", file_3, sizeof file_3},
  {"assets/colours.js", file_4, sizeof file_4},
  {"assets/filters.js", file_5, sizeof file_5},
  {"assets/icon.svg", file_6, sizeof file_6},
  {"assets/paper.css", file_7, sizeof file_7},
  {"assets/print.css", file_8, sizeof file_8},
  {"assets/reading.js", file_9, sizeof file_9},
  {"assets/search-box.js", file_10, sizeof file_10},
  {"assets/search-index.js", file_11, sizeof file_11},
  {"assets/search-page.js", file_12, sizeof file_12},
  {"assets/search.js", file_13, sizeof file_13},
  {"assets/style.css", file_14, sizeof file_14},
  {"decisions.html", file_15, sizeof file_15},
  {"entry.html", file_16, sizeof file_16},
  {"goal.html", file_17, sizeof file_17},
  {"goals.html", file_18, sizeof file_18},
  {"home.html", file_19, sizeof file_19},
  {"layout.html", file_20, sizeof file_20},
  {"listing.html", file_21, sizeof file_21},
  {"meeting.html", file_22, sizeof file_22},
  {"meetings.html", file_23, sizeof file_23},
  {"member.html", file_24, sizeof file_24},
  {"members.html", file_25, sizeof file_25},
  {"missed.html", file_26, sizeof file_26},
  {"month.html", file_27, sizeof file_27},
  {"not-found.html", file_28, sizeof file_28},
  {"offers.html", file_29, sizeof file_29},
  {"page.html", file_30, sizeof file_30},
  {"pages.html", file_31, sizeof file_31},
  {"partials/action.html", file_32, sizeof file_32},
  {"partials/backlink.html", file_33, sizeof file_33},
  {"partials/backlinks.html", file_34, sizeof file_34},
  {"partials/breadcrumbs.html", file_35, sizeof file_35},
  {"partials/card-goal.html", file_36, sizeof file_36},
  {"partials/card-meeting.html", file_37, sizeof file_37},
  {"partials/card-member.html", file_38, sizeof file_38},
  {"partials/card-meta.html", file_39, sizeof file_39},
  {"partials/card-series.html", file_40, sizeof file_40},
  {"partials/card-tags.html", file_41, sizeof file_41},
  {"partials/card.html", file_42, sizeof file_42},
  {"partials/colours.html", file_43, sizeof file_43},
  {"partials/date.html", file_44, sizeof file_44},
  {"partials/decision.html", file_45, sizeof file_45},
  {"partials/entry-foot.html", file_46, sizeof file_46},
  {"partials/exchange-links.html", file_47, sizeof file_47},
  {"partials/facets.html", file_48, sizeof file_48},
  {"partials/footer.html", file_49, sizeof file_49},
  {"partials/header.html", file_50, sizeof file_50},
  {"partials/image.html", file_51, sizeof file_51},
  {"partials/leaf.html", file_52, sizeof file_52},
  {"partials/letters.html", file_53, sizeof file_53},
  {"partials/link.html", file_54, sizeof file_54},
  {"partials/lists.html", file_55, sizeof file_55},
  {"partials/months.html", file_56, sizeof file_56},
  {"partials/needs.html", file_57, sizeof file_57},
  {"partials/neighbours.html", file_58, sizeof file_58},
  {"partials/news.html", file_59, sizeof file_59},
  {"partials/occasion-buttons.html", file_60, sizeof file_60},
  {"partials/occasion.html", file_61, sizeof file_61},
  {"partials/offer.html", file_62, sizeof file_62},
  {"partials/outline-fold.html", file_63, sizeof file_63},
  {"partials/outline.html", file_64, sizeof file_64},
  {"partials/pagination.html", file_65, sizeof file_65},
  {"partials/person.html", file_66, sizeof file_66},
  {"partials/portrait.html", file_67, sizeof file_67},
  {"partials/printed-entry.html", file_68, sizeof file_68},
  {"partials/progress.html", file_69, sizeof file_69},
  {"partials/quote.html", file_70, sizeof file_70},
  {"partials/register-group.html", file_71, sizeof file_71},
  {"partials/register-line.html", file_72, sizeof file_72},
  {"partials/register.html", file_73, sizeof file_73},
  {"partials/related-folded.html", file_74, sizeof file_74},
  {"partials/related-group.html", file_75, sizeof file_75},
  {"partials/roles.html", file_76, sizeof file_76},
  {"partials/search-box.html", file_77, sizeof file_77},
  {"partials/search-icon.html", file_78, sizeof file_78},
  {"partials/standing.html", file_79, sizeof file_79},
  {"partials/status.html", file_80, sizeof file_80},
  {"partials/thumbnail.html", file_81, sizeof file_81},
  {"partials/titles.html", file_82, sizeof file_82},
  {"partials/topics.html", file_83, sizeof file_83},
  {"partials/translations.html", file_84, sizeof file_84},
  {"partials/turning.html", file_85, sizeof file_85},
  {"partials/year-links.html", file_86, sizeof file_86},
  {"post.html", file_87, sizeof file_87},
  {"posts.html", file_88, sizeof file_88},
  {"print.html", file_89, sizeof file_89},
  {"redirect.html", file_90, sizeof file_90},
  {"resource.html", file_91, sizeof file_91},
  {"resources.html", file_92, sizeof file_92},
  {"search.html", file_93, sizeof file_93},
  {"seeks.html", file_94, sizeof file_94},
  {"series.html", file_95, sizeof file_95},
  {"strings/ar.yml", file_96, sizeof file_96},
  {"strings/cy.yml", file_97, sizeof file_97},
  {"strings/de.yml", file_98, sizeof file_98},
  {"strings/en.yml", file_99, sizeof file_99},
  {"strings/es.yml", file_100, sizeof file_100},
  {"strings/fr.yml", file_101, sizeof file_101},
  {"success.html", file_102, sizeof file_102},
  {"successes.html", file_103, sizeof file_103},
  {"tag.html", file_104, sizeof file_104},
  {"tags.html", file_105, sizeof file_105},
  {"taken-down.html", file_106, sizeof file_106},
  {"titles.html", file_107, sizeof file_107},
  {"year.html", file_108, sizeof file_108},
  {"years.html", file_109, sizeof file_109},
};

size_t handbook_theme_file_count(void) { return sizeof files / sizeof files[0]; }

const struct handbook_theme_file *handbook_theme_file_at(size_t index) {
  return &files[index];
}
