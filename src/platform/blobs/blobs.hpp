// Files kept sealed in the database, in chunks, in the transaction of what they belong to: backed up, restored and erased
// with it. The key is the caller's; whoever erases the key erases the file.
#pragma once
#include <functional>
#include <vector>

#include "base/actor.hpp"
#include "platform/blobs/sniff.hpp"
#include "platform/crypto/key.hpp"
#include "platform/db/database.hpp"

namespace hebra::blobs {

using BlobId = Id<struct BlobTag>;

inline constexpr std::size_t k_chunk = 256 * 1024;
inline constexpr std::size_t k_most = 10 * 1024 * 1024;

namespace words {
inline constexpr Word k_file_too_large{"file_too_large", "El archivo pasa de 10 MB. Redúzcalo o divídalo.",
                                       "The file is larger than 10 MB. Make it smaller or split it."};
}  // namespace words

/// Where a scanner for malware may look at a file before it is kept: its refusal is the upload's. None by default.
using Scan = std::function<Result<>(BytesView content, MediaType type)>;

/// A file sealed and not yet stored: made before the transaction, kept inside it.
struct NewBlob {
    BlobId id;
    MediaType media_type;
    std::size_t size;
    Bytes digest;  ///< sealed BLAKE2b-256: in the clear it would tell who holds a known file
    std::vector<Bytes> chunks;
};

/// No: what `sniff` says; `file_too_large`; what the scanner says.
Result<NewBlob> prepare(BytesView content, const crypto::Key& key, Time now, const Scan& scan = {});
void add(db::Tx& tx, InstitutionId institution, const NewBlob& blob, Time now);

struct Blob {
    BlobId id;
    MediaType media_type;
    std::int64_t size;
    Bytes digest;
    Time created_at;
};
BOOST_DESCRIBE_STRUCT(Blob, (), (id, media_type, size, digest, created_at))

/// `not_found` also for another institution's.
Result<Blob> find(db::Reader& reader, InstitutionId institution, BlobId id);

/// Hands the content over chunk by chunk, holding one at a time. What was handed over counts only when this returns.
/// @throws std::runtime_error when a byte was altered, moved or lost, or the key is another
void read(db::Reader& reader, const Blob& blob, const crypto::Key& key, const std::function<void(BytesView)>& take);

/// False when there was none.
bool remove(db::Tx& tx, InstitutionId institution, BlobId id);

}  // namespace hebra::blobs
