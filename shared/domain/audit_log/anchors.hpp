#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/audit_log/trail.hpp"

// How far each chain stood at a moment, kept where whoever changes the database does not reach.
namespace onereturn::audit_log {

struct AnchoredHead {
  PartyId party;
  ChainHead head;

  bool operator==(const AnchoredHead&) const = default;
};

// One line of the file of anchors (docs/formats/trail.md). Each names the digest of the line before
// it, so that none can be taken out or changed unnoticed.
struct Anchor {
  std::int64_t number = 0;
  std::string at;                              // UTC
  std::string before = std::string(32, '\0');  // 32 bytes
  std::vector<AnchoredHead> heads;
};

// The line that follows `last` ("" for the first). A last line that cannot be read is followed all
// the same: the verifier says so.
std::string next_line(std::string_view last, const std::string& at,
                      const std::vector<AnchoredHead>& heads, const Hash& hash);

// Takes the lines of the file in order and says what is wrong with them.
class AnchorReader {
 public:
  explicit AnchorReader(Hash hash) : hash_(std::move(hash)) {}

  void read(std::string_view line);

  struct Placed {
    std::int64_t anchor = 0;  // the line that says so
    AnchoredHead said;
  };
  const std::vector<Placed>& heads() const { return heads_; }
  // Sentences: "Anchor 7 does not follow on the line before it."
  const std::vector<std::string>& faults() const { return faults_; }
  std::int64_t lines() const { return lines_; }

 private:
  Hash hash_;
  std::int64_t lines_ = 0;
  std::string before_ = std::string(32, '\0');
  std::vector<Placed> heads_;
  std::vector<std::string> faults_;
};

}  // namespace onereturn::audit_log
