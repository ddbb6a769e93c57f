// docs/guides/watching.md has every figure of both programs, and none that they do not show.
// ONERETURN_GOLDEN=rewrite writes its tables anew.

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "gateway/figures.hpp"
#include "platform/metrics/metrics.hpp"
#include "worker/figures.hpp"

namespace onereturn::watching {
namespace {

const std::string document = ONERETURN_SOURCE_DIR "/docs/guides/watching.md";

std::string read_document() {
  std::ostringstream text;
  text << std::ifstream{document}.rdbuf();
  return text.str();
}

const char* name_of(metrics::Kind kind) {
  switch (kind) {
    case metrics::Kind::counter:
      return "counter";
    case metrics::Kind::gauge:
      return "gauge";
    case metrics::Kind::histogram:
      return "histogram";
  }
  return "";
}

std::string table(const metrics::Figures& figures) {
  std::string text = "| figure | kind | labels | what it says |\n|---|---|---|---|\n";
  for (const auto& figure : figures) {
    std::string labels;
    for (const auto& label : figure.labels) {
      labels += (labels.empty() ? "" : ", ") + label;
    }
    text += "| `" + figure.name + "` | " + name_of(figure.kind) + " | " + labels + " | " +
            figure.help + " |\n";
  }
  return text;
}

// The text between the two lines that mark a table.
struct Marked {
  std::size_t from;
  std::size_t length;
};
Marked marked(const std::string& text, const std::string& name) {
  const std::string begin = "<!-- figures of " + name + " -->\n";
  const auto at = text.find(begin);
  if (at == std::string::npos) {
    throw std::runtime_error("the document has no place for the figures of " + name);
  }
  const auto from = at + begin.size();
  return {from, text.find("<!-- end -->", from) - from};
}

class Document : public ::testing::TestWithParam<std::pair<const char*, const metrics::Figures*>> {
};

TEST_P(Document, has_every_figure_and_no_other) {
  const auto& [name, figures] = GetParam();
  auto text = read_document();
  const auto place = marked(text, name);
  if (std::getenv("ONERETURN_GOLDEN") != nullptr) {
    text.replace(place.from, place.length, table(*figures));
    std::ofstream{document} << text;
    return;
  }
  EXPECT_EQ(text.substr(place.from, place.length), table(*figures));
}

INSTANTIATE_TEST_SUITE_P(Programs, Document,
                         ::testing::Values(std::pair{"every program",
                                                     &metrics::figures_of_a_process()},
                                           std::pair{"the gateway", &gateway::figures()},
                                           std::pair{"the worker", &worker::figures()}));

TEST(Figures, are_named_as_prometheus_wants_them) {
  for (const auto* figures : {&gateway::figures(), &worker::figures()}) {
    for (const auto& figure : *figures) {
      const bool total = figure.name.ends_with("_total");
      EXPECT_EQ(total, figure.kind == metrics::Kind::counter) << figure.name;
      EXPECT_TRUE(figure.name.starts_with("onereturn_")) << figure.name;
      EXPECT_TRUE(figure.kind != metrics::Kind::histogram || figure.name.ends_with("_seconds"));
      EXPECT_TRUE(figure.help.ends_with(".")) << figure.name;
      EXPECT_GT(figure.help.size(), 8U) << figure.name;
    }
  }
}

// Ids, names and addresses would be as many rows as there are people, and tell on them.
TEST(Figures, have_labels_from_small_sets_only) {
  const std::vector<std::string> known{"route", "method", "status",  "type", "where",  "kind",
                                       "login", "state",  "outcome", "way",  "verdict"};
  for (const auto* figures : {&gateway::figures(), &worker::figures()}) {
    for (const auto& figure : *figures) {
      for (const auto& label : figure.labels) {
        EXPECT_NE(std::find(known.begin(), known.end(), label), known.end())
            << figure.name << " has the label " << label;
      }
    }
  }
}

}  // namespace
}  // namespace onereturn::watching
