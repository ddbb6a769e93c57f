#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <future>
#include <stdexcept>

#include "tools/bench/https_client.hpp"
#include "tools/bench/scenarios.hpp"
#include "tools/bench/upload_files.hpp"

namespace onereturn::bench {
namespace {

constexpr int connections = 8;
constexpr int files_each = 2;  // by every connection in every round
constexpr double mib_each = 25;
constexpr double growth_max = 25;  // eight files of that size are on their way at once

int agency_of(int connection) { return 2 + 400 * connection; }

// Sends one file and answers the address of the piece.
std::string send_file(HttpsClient& client, const FileMaker& files, std::uint64_t number,
                      int agency) {
  const auto end = files.end(number);
  const auto answer =
      client.put_file("/api/v1/evidence/files/" + end.sha256 + "?name=log.pdf&title=Log",
                      token_of("lead", agency), files.beginning(), end.bytes);
  const std::string before = R"("evidence":")";
  const auto at = answer.body.find(before);
  if (answer.status != 200 || at == std::string::npos) {
    throw std::runtime_error("an upload answered " + std::to_string(answer.status) + ": " +
                             answer.body.substr(0, 300));
  }
  return "/api/v1/evidence/" + answer.body.substr(at + before.size(), 36);
}

// What was kept is what was sent.
void check_kept(HttpsClient& client, const std::string& address, const std::string& sha256,
                int agency) {
  const auto answer = client.send("GET", address, token_of("lead", agency));
  if (answer.status != 200 || answer.body.find(sha256) == std::string::npos ||
      answer.body.find(R"("bytes":)" + std::to_string(file_bytes)) == std::string::npos) {
    throw std::runtime_error("a file was not kept as it was sent: " + answer.body.substr(0, 300));
  }
}

// Each on a thread of its own; rethrows what one of them throws. Answers files a second.
Round all_at_once(const Watched& watched, const std::function<void(int)>& work) {
  const auto cpu_before = cpu_times(watched);
  const auto before = std::chrono::steady_clock::now();
  std::vector<std::future<void>> crew;
  for (int connection = 0; connection < connections; ++connection)
    crew.push_back(std::async(std::launch::async, work, connection));
  for (auto& each : crew)
    each.get();
  const auto seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
  const auto cpu_after = cpu_times(watched);
  constexpr double files = connections * files_each;
  return {files / seconds, (cpu_after.service - cpu_before.service) / files,
          (cpu_after.database - cpu_before.database) / files};
}

}  // namespace

Comparison upload_evidence(const Arguments& arguments) {
  const Watched watched{{arguments.gateway_pid}, arguments.postmaster_pid};
  const FileMaker files;
  std::atomic<std::uint64_t> number = 0;
  std::vector<HttpsClient> clients;
  for (int connection = 0; connection < connections; ++connection)
    clients.emplace_back(arguments.host, arguments.port, arguments.ca_file);
  const auto send_all = [&](int connection) {
    auto& client = clients[static_cast<std::size_t>(connection)];
    for (int file = 0; file < files_each; ++file) {
      const auto mine = ++number;
      const auto address = send_file(client, files, mine, agency_of(connection));
      check_kept(client, address, files.end(mine).sha256, agency_of(connection));
    }
  };
  const auto copy_all = [&](int) {
    for (int file = 0; file < files_each; ++file) {
      const auto mine = ++number;
      if (copy_and_digest(files, mine, arguments.folder) != files.end(mine).sha256) {
        throw std::runtime_error("a copy has another digest");
      }
    }
  };
  const double at_rest = resident_memory(arguments.gateway_pid);
  // Once before anything counts: what is made once is there afterwards.
  all_at_once(watched, send_all);
  Comparison comparison{"evidence upload", {"HTTPS", {}}, {"copy and digest", {}}, 0};
  const double before = resident_memory(arguments.gateway_pid);
  put_back_peak(arguments.gateway_pid);
  for (int round = 0; round < arguments.rounds; ++round) {
    comparison.limit.rounds.push_back(all_at_once(watched, copy_all));
    comparison.service.rounds.push_back(all_at_once(watched, send_all));
  }
  const double peak = peak_memory(arguments.gateway_pid);
  if (peak - before >= growth_max) {
    throw std::runtime_error("eight uploads took the gateway from " + std::to_string(before) +
                             " to " + std::to_string(peak) + " MiB");
  }
  comparison.ratio = comparison.service.per_second() / comparison.limit.per_second();
  comparison.limit_is_the_database = false;
  comparison.facts = {{"MiB a second", comparison.service.per_second() * mib_each},
                      {"MiB a second, copied", comparison.limit.per_second() * mib_each},
                      {"gateway's MiB before any upload", at_rest},
                      {"gateway's MiB after the first sixteen", before},
                      {"gateway's MiB at most, eight at once", peak}};
  return comparison;
}

}  // namespace onereturn::bench
