#include "base/date.hpp"

#include <gtest/gtest.h>

namespace onereturn {
namespace {

TEST(Dates, are_read_when_they_exist) {
  for (const auto* good : {"2027-05-28", "2028-02-29", "0001-01-01", "9999-12-31"}) {
    EXPECT_TRUE(parse_date(good)) << good;
  }
  for (const auto* bad : {"0000-01-01", "2027-02-29", "2100-02-29", "2027-13-01", "2027-00-01",
                          "2027-01-00", "2027-1-1", "10000-01-01", "-001-01-01", "", "tomorrow"}) {
    EXPECT_FALSE(parse_date(bad)) << bad;
  }
}

}  // namespace
}  // namespace onereturn
