#include "platform/metrics/metrics.hpp"

#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>

#include "gateway/figures.hpp"
#include "gateway/routes.hpp"

namespace onereturn::metrics {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Figures some{
    {"onereturn_done_total", Kind::counter, {"kind"}, "Things done."},
    {"onereturn_open", Kind::gauge, {}, "Things open."},
    {"onereturn_waiting", Kind::gauge, {"kind"}, "Things that wait."},
    {"onereturn_work_seconds", Kind::histogram, {"kind"}, "How long it took."},
};

TEST(Metrics, are_told_apart_by_their_labels_and_explained) {
  Metrics metrics{some};
  metrics.count("onereturn_done_total", {{"kind", "a"}});
  metrics.count("onereturn_done_total", {{"kind", "a"}});
  metrics.count("onereturn_done_total", {{"kind", "b"}});
  metrics.gauge("onereturn_open").set(3);
  metrics.histogram("onereturn_work_seconds", {{"kind", "a"}}).time(0.02);
  const auto text = metrics.exposition();
  EXPECT_THAT(text, HasSubstr("onereturn_done_total{kind=\"a\"} 2"));
  EXPECT_THAT(text, HasSubstr("onereturn_done_total{kind=\"b\"} 1"));
  EXPECT_THAT(text, HasSubstr("onereturn_open 3"));
  EXPECT_THAT(text, HasSubstr("le=\"0.025\"} 1"));
  EXPECT_THAT(text, HasSubstr("# HELP onereturn_open Things open."));
  EXPECT_THAT(text, HasSubstr("# TYPE onereturn_work_seconds histogram"));
}

TEST(Metrics, refuse_what_is_not_listed_like_this) {
  Metrics metrics{some};
  EXPECT_THROW(metrics.counter("onereturn_unheard_of_total"), std::logic_error);
  EXPECT_THROW(metrics.counter("onereturn_done_total"), std::logic_error);
  EXPECT_THROW(metrics.counter("onereturn_done_total", {{"person", "a"}}), std::logic_error);
  EXPECT_THROW(metrics.counter("onereturn_done_total", {{"kind", "a"}, {"board", "b"}}),
               std::logic_error);
  EXPECT_THROW(metrics.gauge("onereturn_done_total", {{"kind", "a"}}), std::logic_error);
  EXPECT_THROW(metrics.clear("onereturn_done_total"), std::logic_error);
}

TEST(Metrics, follow_what_others_count_and_never_go_down) {
  Metrics metrics{some};
  const auto counter = metrics.counter("onereturn_done_total", {{"kind", "a"}});
  counter.raise_to(7);
  counter.raise_to(5);
  EXPECT_THAT(metrics.exposition(), HasSubstr("onereturn_done_total{kind=\"a\"} 7"));
}

TEST(Metrics, forget_rows_that_are_gone) {
  Metrics metrics{some};
  metrics.gauge("onereturn_waiting", {{"kind", "a"}}).set(1);
  EXPECT_THAT(metrics.exposition(), HasSubstr("onereturn_waiting{kind=\"a\"} 1"));
  metrics.clear("onereturn_waiting");
  EXPECT_THAT(metrics.exposition(), Not(HasSubstr("onereturn_waiting{")));
  metrics.gauge("onereturn_waiting", {{"kind", "a"}}).set(2);
  EXPECT_THAT(metrics.exposition(), HasSubstr("onereturn_waiting{kind=\"a\"} 2"));
}

TEST(Metrics, are_read_at_the_moment_of_a_scrape) {
  Metrics metrics{some};
  int scrapes = 0;
  metrics.before_exposition([&](Metrics& shown) { shown.gauge("onereturn_open").set(++scrapes); });
  EXPECT_THAT(metrics.exposition(), HasSubstr("onereturn_open 1"));
  EXPECT_THAT(metrics.exposition(), HasSubstr("onereturn_open 2"));
}

TEST(Metrics, show_the_process_itself) {
  Metrics metrics{some};
  const auto text = metrics.exposition();
  for (const auto& figure : figures_of_a_process()) {
    if (figure.labels.empty()) {
      EXPECT_THAT(text, HasSubstr("\n" + figure.name + " "));
    }
    // Time on a processor is counted in hundredths of a second: so soon there may be none.
    if (figure.labels.empty() && figure.kind == Kind::gauge) {
      EXPECT_THAT(text, Not(HasSubstr("\n" + figure.name + " 0\n"))) << figure.name;
    }
  }
}

http::Exchange exchange(const std::string& method, const std::string& route, int status) {
  http::Exchange made;
  made.method = method;
  made.route = route;
  made.status = status;
  return made;
}

TEST(Exchanges, are_counted_by_pattern_whoever_counts_at_once) {
  Metrics metrics{gateway::figures()};
  gateway::ExchangeFigures exchanges{metrics, gateway::routes()};
  const auto play = [&] {
    for (int i = 0; i < 500; ++i) {
      exchanges.add(exchange("GET", "/sign-in", 200));
      exchanges.add(exchange("POST", "/somebody@mail.example", 404));
      exchanges.add(exchange("", "", 299));
    }
  };
  std::thread one{play};
  play();
  one.join();
  const auto text = metrics.exposition();
  const std::string name = "onereturn_http_requests_total";
  EXPECT_THAT(text, HasSubstr(name + "{method=\"GET\",route=\"/sign-in\",status=\"200\"} 1000"));
  EXPECT_THAT(text, HasSubstr(name + "{method=\"POST\",route=\"none\",status=\"404\"} 1000"));
  EXPECT_THAT(text, HasSubstr(name + "{method=\"none\",route=\"none\",status=\"299\"} 1000"));
  EXPECT_THAT(text, Not(HasSubstr("somebody@")));
  EXPECT_THAT(text, HasSubstr("onereturn_http_request_seconds_count{route=\"none\"} 2000"));
}

}  // namespace
}  // namespace onereturn::metrics
