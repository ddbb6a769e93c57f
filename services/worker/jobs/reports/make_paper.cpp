#include "worker/jobs/reports/make_paper.hpp"

#include "domain/reports/make_paper.hpp"
#include "platform/qr/qr.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"

namespace onereturn::worker {
namespace {

constexpr std::chrono::minutes until_a_converter_is_set{1};
constexpr int last_try = 5;  // after which the queue parks a job

// Receipts are checked where the links in mails lead.
reports::Verifying verifying(const Services& services) {
  return {services.mail.origin, [](const std::string& address) {
            return qr::svg(address, "Leads to the page where this receipt can be checked");
          }};
}

}  // namespace

void make_paper(const postgres::ClaimedJob& job, Services& services) {
  if (!services.convert) {
    throw JobPostponed(until_a_converter_is_set, "No converter of documents is set.");
  }
  const auto made = reports::make_paper(services.database, {job.lease, job.tries >= last_try},
                                        services.convert, services.clock, verifying(services));
  if (!made) throw JobRefused(made.problem().detail);
}

}  // namespace onereturn::worker
