#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"

// Files of tenants, by what is in them. What is kept waits in custody until it is released: only
// then can it be read for a person.
namespace onereturn::storage {

// The store cannot be reached, or a read or write failed. Nothing half done can be seen.
class StorageUnavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
class StorageFull : public StorageUnavailable {
 public:
  using StorageUnavailable::StorageUnavailable;
};

// What identifies a file within its tenant.
struct Content {
  std::string sha256;  // 32 bytes
  std::uint64_t size = 0;

  bool operator==(const Content&) const = default;
};

// A file on its way in. One that was not kept leaves nothing behind.
class Incoming {
 public:
  virtual ~Incoming() = default;
  virtual void write(std::string_view bytes) = 0;
  virtual std::uint64_t size() const = 0;
  // Ends the writing; afterwards path() may be read.
  virtual Content finish() = 0;
  // Where it stands on this machine, for looking into it before it is kept.
  virtual std::string path() const = 0;
};

// A file on its way out.
class Reading {
 public:
  virtual ~Reading() = default;
  // The number of bytes read, 0 at the end.
  virtual std::size_t read(char* to, std::size_t most) = 0;
  virtual std::uint64_t size() const = 0;
  // Where it stands on this machine, for looking into it.
  virtual std::string path() const = 0;
};

enum class Standing { absent, in_custody, released };

// One store for all tenants; each tenant's files are apart from every other's. May be used from
// any thread. Every function throws StorageUnavailable.
class Store {
 public:
  virtual ~Store() = default;

  virtual std::unique_ptr<Incoming> begin() = 0;
  // Keeps a finished file, lasting when this returns. The same content of the same tenant is kept
  // once: a second one is let go, and where the first stands does not change.
  virtual Standing keep(Incoming& incoming, const PartyId& tenant, const Content& content) = 0;

  virtual Standing standing(const PartyId& tenant, const std::string& sha256) = 0;
  // Nothing when it is absent or, for a person, still in custody.
  virtual std::unique_ptr<Reading> open(const PartyId& tenant, const std::string& sha256) = 0;
  // For the virus check alone: also what is in custody.
  virtual std::unique_ptr<Reading> open_for_check(const PartyId& tenant,
                                                  const std::string& sha256) = 0;
  // Out of custody, once the check was passed. Repeating changes nothing.
  virtual void release(const PartyId& tenant, const std::string& sha256) = 0;
  // The same content for another tenant too, standing as it does with the first. Nothing when the
  // first has none. Repeating changes nothing.
  virtual void share(const PartyId& from, const PartyId& to, const std::string& sha256) = 0;
  // Gone, wherever it stood. Repeating changes nothing.
  virtual void remove(const PartyId& tenant, const std::string& sha256) = 0;

  // What has stood in custody for longer than that, of every tenant.
  struct InCustody {
    PartyId tenant;
    Content content;
  };
  virtual std::vector<InCustody> in_custody_since(std::chrono::hours longer_than) = 0;
  // Removes uploads that began longer ago and that nobody ended.
  virtual void remove_abandoned(std::chrono::hours longer_than) = 0;
};

// Files in a folder of this machine (or a volume that all machines mount). The folder is made when
// it is not there. Uploads that a stopped program left a day ago are removed.
std::unique_ptr<Store> open_folder(const std::string& folder);

}  // namespace onereturn::storage
