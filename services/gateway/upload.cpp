#include "gateway/upload.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/ensure.hpp"
#include "domain/evidence/file_types.hpp"
#include "gateway/file_look.hpp"
#include "gateway/request_context.hpp"
#include "gateway/services.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway {

namespace {

constexpr std::size_t fields_bytes_max = 128 * 1024;

}  // namespace

Upload::Upload(storage::Store& store, const std::optional<std::string>& boundary) : store_{store} {
  if (boundary) {
    form_.emplace(*boundary, static_cast<http::PartReceiver&>(*this));
  }
}

void Upload::take(std::string_view bytes) noexcept {
  try {
    if (form_) {
      form_->take(bytes);
    } else {
      write(bytes);
    }
  } catch (...) {
    failure_ = std::current_exception();
    file_.reset();
  }
}

void Upload::begin_part(const http::PartHead& head) {
  in_file_ = head.file_name.has_value();
  field_name_ = head.name;
  field_.clear();
  if (!in_file_) return;
  // One file for each form: the pages have one field for it.
  wrong_ = wrong_ || file_bytes_ > 0 || !file_name_.empty();
  file_name_ = evidence::tidy_file_name(*head.file_name);
}

void Upload::part_bytes(std::string_view bytes) {
  if (in_file_) {
    write(bytes);
    return;
  }
  fields_bytes_ += bytes.size();
  wrong_ = wrong_ || fields_bytes_ > fields_bytes_max;
  if (!wrong_) field_.append(bytes);
}

void Upload::end_part() {
  if (in_file_) return;
  wrong_ = wrong_ || !http::is_valid_utf8(field_) || field_.find('\0') != std::string::npos;
  if (!wrong_) fields_.add(field_name_, field_);
}

void Upload::write(std::string_view bytes) {
  file_bytes_ += bytes.size();
  if (failure_ || bytes.empty()) return;
  if (file_bytes_ > evidence::file_bytes_max) {
    file_.reset();
    return;
  }
  if (!file_) file_ = store_.begin();
  file_->write(bytes);
}

bool Upload::malformed() const { return wrong_ || (form_ && !form_->complete()); }

std::string Upload::read_whole() {
  if (failure_) std::rethrow_exception(failure_);
  if (!file_) return "";
  if (!content_) content_ = file_->finish();
  std::ifstream in(file_->path(), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  if (bytes.size() != file_bytes_) throw std::runtime_error{"an upload cannot be read again"};
  return bytes;
}

Result<std::optional<evidence::FileFacts>> Upload::look(const std::string& name) {
  using Found = std::optional<evidence::FileFacts>;
  if (failure_) std::rethrow_exception(failure_);
  if (name.empty() && file_bytes_ == 0) return Found{};
  evidence::FileLook seen;
  if (file_) {
    content_ = file_->finish();
    seen = look_into_file(file_->path());
  }
  const auto type = evidence::type_of_upload(name, file_bytes_, seen);
  if (!type) return type.problem();
  return Found{evidence::FileFacts{.sha256 = content_->sha256,
                                   .name = name,
                                   .media_type = std::string{type->media_type},
                                   .size = content_->size,
                                   .scan = evidence::Scan::pending,
                                   .found = {}}};
}

void Upload::keep(const PartyId& tenant) {
  ENSURE(file_ && content_, "a file was kept before it was looked into");
  store_.keep(*file_, tenant, *content_);
}

std::shared_ptr<Upload> begin_upload(const RequestContext& context) {
  auto* store = context.services().evidence.get();
  if (store == nullptr) throw storage::StorageUnavailable{"no folder for evidence is set"};
  const auto boundary = http::multipart_boundary(context.request().header("Content-Type"));
  return std::make_shared<Upload>(*store, boundary);
}

Upload& upload_of(const RequestContext& context) {
  auto* upload = dynamic_cast<Upload*>(context.request().sink.get());
  ENSURE(upload != nullptr, "this route takes no file");
  return *upload;
}

}  // namespace onereturn::gateway
