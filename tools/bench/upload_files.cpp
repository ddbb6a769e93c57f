#include "tools/bench/upload_files.hpp"

#include <array>
#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

namespace onereturn::bench {
namespace {

constexpr std::size_t end_bytes = 16;
constexpr std::size_t block = std::size_t{64} * 1024;

std::string to_hex(const unsigned char* bytes, std::size_t count) {
  constexpr const char* digits = "0123456789abcdef";
  std::string text;
  for (std::size_t at = 0; at < count; ++at) {
    text += digits[bytes[at] >> 4U];
    text += digits[bytes[at] & 0xfU];
  }
  return text;
}

std::string finished(EVP_MD_CTX* context) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_DigestFinal_ex(context, digest.data(), &length);
  return to_hex(digest.data(), length);
}

void write_all(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(handle, bytes.data(), bytes.size());
    if (written < 0) throw std::runtime_error("a copy cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

double kib_of(int pid, const std::string& name) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stod(line.substr(name.size()));
  }
  throw std::runtime_error("nobody says how much memory the gateway has");
}

}  // namespace

// One SHA-256 on its way.
struct Digest {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  Digest() = default;
  ~Digest() { EVP_MD_CTX_free(context); }
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
};

FileMaker::FileMaker() : beginning_("%PDF-1.4\n"), so_far_(std::make_unique<Digest>()) {
  beginning_.reserve(file_bytes);
  // No two blocks alike, and nothing that a random source would have to be asked for.
  std::uint64_t state = 88172645463325252ULL;
  while (beginning_.size() < file_bytes - end_bytes) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    beginning_.push_back(static_cast<char>(state & 0xffU));
  }
  EVP_DigestInit_ex(so_far_->context, EVP_sha256(), nullptr);
  EVP_DigestUpdate(so_far_->context, beginning_.data(), beginning_.size());
}

FileMaker::~FileMaker() = default;

FileMaker::End FileMaker::end(std::uint64_t number) const {
  auto bytes = std::to_string(number);
  bytes.insert(0, end_bytes - bytes.size(), '0');
  const Digest whole;
  EVP_MD_CTX_copy_ex(whole.context, so_far_->context);
  EVP_DigestUpdate(whole.context, bytes.data(), bytes.size());
  return {bytes, finished(whole.context)};
}

std::string copy_and_digest(const FileMaker& files, std::uint64_t number,
                            const std::string& folder) {
  const auto path = folder + "/copy-" + std::to_string(number);
  const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (handle < 0) throw std::runtime_error("a copy cannot begin in " + folder);
  const FileMaker::End end = files.end(number);
  const Digest digest;
  EVP_DigestInit_ex(digest.context, EVP_sha256(), nullptr);
  const auto add = [&](std::string_view bytes) {
    write_all(handle, bytes);
    EVP_DigestUpdate(digest.context, bytes.data(), bytes.size());
  };
  const std::string_view beginning = files.beginning();
  for (std::size_t at = 0; at < beginning.size(); at += block)
    add(beginning.substr(at, block));
  add(end.bytes);
  ::fsync(handle);
  ::close(handle);
  ::unlink(path.c_str());
  return finished(digest.context);
}

void put_back_peak(int pid) {
  std::ofstream mark("/proc/" + std::to_string(pid) + "/clear_refs");
  mark << "5" << std::flush;
  if (!mark) throw std::runtime_error("the gateway's highest memory cannot be put back");
}

double peak_memory(int pid) { return kib_of(pid, "VmHWM:") / 1024; }
double resident_memory(int pid) { return kib_of(pid, "VmRSS:") / 1024; }

}  // namespace onereturn::bench
