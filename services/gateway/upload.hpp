#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/evidence/evidence.hpp"
#include "platform/http/fields.hpp"
#include "platform/http/message.hpp"
#include "platform/http/multipart.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::gateway {

class RequestContext;

// A file on its way in, with the fields of its form. The file goes to the store as it arrives; what
// is beyond the largest that is taken is read and dropped, so that the person gets an answer in
// words. Dropping an upload that nobody kept removes what was written.
class Upload : public http::BodySink, private http::PartReceiver {
 public:
  // With a boundary a form that holds at most one file, else the bytes of a file alone.
  Upload(storage::Store& store, const std::optional<std::string>& boundary);

  void take(std::string_view bytes) noexcept override;

  // True when it is no form as browsers send them, or stopped before its end.
  bool malformed() const;
  const http::Fields& fields() const { return fields_; }
  // The name of the file, in one line; "" when none was chosen.
  const std::string& file_name() const { return file_name_; }

  // How much of the file came, also of what was dropped because it is too large.
  std::uint64_t file_bytes() const { return file_bytes_; }
  // The whole file, for what is kept elsewhere; "" when none was chosen, or one too large to be
  // taken. Throws what writing it threw.
  std::string read_whole();

  // Looks into the file by name and bytes. Nothing when none was chosen; refuses as
  // evidence::type_of_upload does. Throws what writing it threw.
  Result<std::optional<evidence::FileFacts>> look(const std::string& name);
  // Keeps the file that look() has passed. Throws StorageUnavailable.
  void keep(const PartyId& tenant);

 private:
  void begin_part(const http::PartHead& head) override;
  void part_bytes(std::string_view bytes) override;
  void end_part() override;
  void write(std::string_view bytes);

  storage::Store& store_;
  std::optional<http::MultipartReader> form_;
  http::Fields fields_;
  std::string file_name_;
  std::unique_ptr<storage::Incoming> file_;
  std::optional<storage::Content> content_;
  std::exception_ptr failure_;
  std::string field_name_;
  std::string field_;
  std::size_t fields_bytes_ = 0;
  std::uint64_t file_bytes_ = 0;
  bool in_file_ = false;
  bool wrong_ = false;
};

// Where the body of this request goes. Throws StorageUnavailable when the service keeps no files.
std::shared_ptr<Upload> begin_upload(const RequestContext& context);

// The upload of a request on a route that takes one.
Upload& upload_of(const RequestContext& context);

}  // namespace onereturn::gateway
