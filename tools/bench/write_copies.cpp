#include "tools/bench/write_copies.hpp"

#include <algorithm>

#include "tools/bench/sql.hpp"

namespace onereturn::bench {
namespace {

constexpr std::size_t version_parameter = 2;
constexpr std::size_t submission_parameter = 14;

std::string first_submission(Straight& database, const std::string& agency) {
  return database.execute(
      "select submission_id from tenant.submission where tenant_id = "
      "bench.agency(" +
      agency + ") order by submitted_at limit 1")[0][0];
}

}  // namespace

SubmissionWriter::SubmissionWriter(const std::string& settings, int agency)
    : database_(settings), agency_(std::to_string(agency)) {
  first_ = first_submission(database_, agency_);
  database_.prepare("write", sql::write_submission.text);
  database_.execute("select set_config('synchronous_commit', 'on', false)");
}

std::string SubmissionWriter::next_id() {
  return database_.execute("select gen_random_uuid()")[0][0];
}

void SubmissionWriter::write(const std::string& submission) {
  database_.run("write", {agency_, submission, first_});
}

CopyWriter::CopyWriter(const std::string& settings, int agency, int part) : database_(settings) {
  const auto number = std::to_string(agency);
  const auto first = first_submission(database_, number);
  // Everything that the first version of each return holds, as the arrays of one statement.
  database_.prepare("read", sql::read_copies.text);
  const auto rows = database_.run("read", {number});
  for (std::size_t at = static_cast<std::size_t>(part); at < rows.size(); at += worker_threads) {
    copies_.emplace_back(rows[at].begin(), rows[at].end());
    copies_.back().insert(copies_.back().end(), {std::nullopt, first});
  }
  database_.prepare("write", sql::write_copies.text);
  database_.execute("select set_config('synchronous_commit', 'on', false)");
  // Versions of an earlier writer on this database stay out of the way.
  const auto highest = database_.execute(
      "select coalesce(max(version_no), 0) from "
      "tenant.return_version where agency_id = bench.agency(" +
      number + ")");
  version_ = std::max(version_, std::stoi(highest[0][0]));
}

void CopyWriter::write_all(const std::string& submission) {
  ++version_;
  for (auto& copy : copies_) {
    copy[version_parameter] = std::to_string(version_);
    copy[submission_parameter] = submission;
    database_.run("write", copy);
  }
}

}  // namespace onereturn::bench
