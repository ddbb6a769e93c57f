#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>

#include "tools/bench/https_client.hpp"
#include "tools/bench/scenarios.hpp"
#include "tools/bench/straight.hpp"
#include "tools/bench/write_copies.hpp"

namespace onereturn::bench {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr auto patience = std::chrono::seconds(60);

double seconds_since(std::chrono::steady_clock::time_point before) {
  return Seconds(std::chrono::steady_clock::now() - before).count();
}

std::string submit_body(Straight& database, int agency) {
  std::string requests;
  for (const auto& row :
       database.execute("select request_id from tenant.request where agency_id = bench.agency(" +
                        std::to_string(agency) + ")")) {
    requests += (requests.empty() ? "\"" : ",\"") + row[0] + "\"";
  }
  return R"({"requests":[)" + requests +
         R"(],"name":"Bench","position":"Chief officer","statement":"This is a true account."})";
}

std::string submission_in(const HttpsAnswer& answer) {
  const std::string before = R"("submission":")";
  const auto at = answer.body.find(before);
  if ((answer.status != 200 && answer.status != 201) || at == std::string::npos) {
    throw std::runtime_error("a submission answered " + std::to_string(answer.status) + ": " +
                             answer.body.substr(0, 600));
  }
  return answer.body.substr(at + before.size(), 36);
}

// Looking costs the database too: often enough to be exact to about one part in a hundred.
std::chrono::microseconds pause_of(int boards) { return std::chrono::microseconds(40 * boards); }

// From the first byte sent to the last copy delivered.
double submit_once(const Arguments& arguments, Straight& database, HttpsClient& client,
                   const std::string& body, int agency, int boards, int round) {
  const auto before = std::chrono::steady_clock::now();
  const auto key = "bench-" + std::to_string(agency) + "-" + std::to_string(round) + "-" +
                   std::to_string(before.time_since_epoch().count());
  const auto answer = client.send("POST", "/api/v1/submissions", token_of("authoriser", agency),
                                  body, "Idempotency-Key: " + key + "\r\n");
  const auto submission = submission_in(answer);
  database.prepare("delivered" + key,
                   "select count(*) from tenant.delivery where tenant_id = bench.agency(" +
                       std::to_string(agency) + ") and submission_id = $1 and state = 'delivered'");
  while (database.run("delivered" + key, {submission})[0][0] != std::to_string(boards)) {
    if (std::chrono::steady_clock::now() - before > patience) {
      throw std::runtime_error("after " + std::to_string(arguments.round_ms) +
                               " ms and more, not every copy was delivered");
    }
    std::this_thread::sleep_for(pause_of(boards));
  }
  return seconds_since(before);
}

// The same rows: one statement and one commit for the submission, then one of each per board, on as
// many connections as the worker has.
double write_once(SubmissionWriter& frozen, std::vector<std::unique_ptr<CopyWriter>>& writers) {
  const auto submission = frozen.next_id();
  const auto before = std::chrono::steady_clock::now();
  frozen.write(submission);
  std::vector<std::future<void>> crew;
  for (auto& writer : writers) {
    crew.push_back(std::async(std::launch::async, [&] { writer->write_all(submission); }));
  }
  for (auto& part : crew) {
    part.get();
  }
  return seconds_since(before);
}

std::vector<std::unique_ptr<CopyWriter>> make_writers(const Arguments& arguments, int agency) {
  std::vector<std::unique_ptr<CopyWriter>> writers;
  for (int part = 0; part < worker_threads; ++part) {
    writers.push_back(std::make_unique<CopyWriter>(arguments.database, agency, part));
  }
  return writers;
}

Round round_of(double seconds, int boards, const CpuTimes& before, const CpuTimes& after) {
  return {1.0 / seconds, (after.service - before.service) / boards,
          (after.database - before.database) / boards};
}

}  // namespace

Comparison submit_to_boards(const Arguments& arguments, int boards) {
  const int agency = 60000 + boards;
  const Watched watched{{arguments.gateway_pid, arguments.worker_pid}, arguments.postmaster_pid};
  Straight database(arguments.database);
  HttpsClient client(arguments.host, arguments.port, arguments.ca_file);
  const auto body = submit_body(database, agency);
  // The first submission makes the returns (and warms every cache); later ones are versions of
  // them.
  submit_once(arguments, database, client, body, agency, boards, -1);
  // The seed left these tables empty. In a service that has run for a day autovacuum has long
  // counted them; without that both sides would go on with plans for empty tables.
  database.execute("vacuum analyze");
  auto writers = make_writers(arguments, agency);
  SubmissionWriter frozen(arguments.database, agency);
  write_once(frozen, writers);
  Comparison comparison{"submit to " + std::to_string(boards) + " boards",
                        {"HTTPS to delivered", {}},
                        {"straight", {}},
                        0};
  for (int round = 0; round < arguments.rounds; ++round) {
    auto cpu = cpu_times(watched);
    double seconds = write_once(frozen, writers);
    comparison.limit.rounds.push_back(round_of(seconds, boards, cpu, cpu_times(watched)));
    cpu = cpu_times(watched);
    seconds = submit_once(arguments, database, client, body, agency, boards, round);
    comparison.service.rounds.push_back(round_of(seconds, boards, cpu, cpu_times(watched)));
  }
  comparison.ratio = comparison.limit.per_second() / comparison.service.per_second();
  return comparison;
}

}  // namespace onereturn::bench
