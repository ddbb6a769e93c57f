#include "tools/bench/write_copies.hpp"

#include <algorithm>

#include "tools/bench/sql.hpp"

namespace onereturn::bench {
namespace {

constexpr std::size_t version_parameter = 2;

}  // namespace

CopyWriter::CopyWriter(const std::string& settings, int agency, int part) : database_(settings) {
  // Everything that the first version of each return holds, as the arrays of one statement.
  database_.prepare("read", sql::read_copies.text);
  const auto rows = database_.run("read", {std::to_string(agency)});
  for (std::size_t at = static_cast<std::size_t>(part); at < rows.size(); at += worker_threads) {
    copies_.emplace_back(rows[at].begin(), rows[at].end());
  }
  database_.prepare("write", sql::write_copies.text);
  database_.execute("select set_config('synchronous_commit', 'on', false)");
  // Versions of an earlier writer on this database stay out of the way.
  const auto highest = database_.execute(
      "select coalesce(max(version_no), 0) from "
      "tenant.return_version where agency_id = bench.agency(" +
      std::to_string(agency) + ")");
  version_ = std::max(version_, std::stoi(highest[0][0]));
}

void CopyWriter::write_all() {
  ++version_;
  for (auto& copy : copies_) {
    copy[version_parameter] = std::to_string(version_);
    database_.run("write", copy);
  }
}

}  // namespace onereturn::bench
