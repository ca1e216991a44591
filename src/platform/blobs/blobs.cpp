#include "platform/blobs/blobs.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"

namespace hebra::blobs {
namespace {

/// Each chunk is bound to its file and its place in it.
crypto::Context place_of(BlobId id, std::size_t seq) {
    return {"blob_chunk", "content", id.value(), static_cast<std::uint32_t>(seq + 1)};
}

crypto::Context digest_place(BlobId id) { return {"blob", "digest", id.value()}; }

[[noreturn]] void fail() { throw std::runtime_error("a kept file does not open: altered, incomplete, or another key"); }

}  // namespace

Result<NewBlob> prepare(BytesView content, const crypto::Key& key, Time now, const Scan& scan) {
    if (content.size() > k_most) return refuse(Refused::too_large, words::k_file_too_large);
    HEBRA_TRY(const auto type, sniff(content));
    if (scan) HEBRA_CHECK(scan(content, type));
    NewBlob blob{.id = BlobId::make(now), .media_type = type, .size = content.size(), .digest = {}, .chunks = {}};
    blob.digest = crypto::seal(key, crypto::hash(content), digest_place(blob.id), crypto::Padding::none);
    for (std::size_t at = 0; at < content.size(); at += k_chunk) {
        const auto piece = content.subspan(at, std::min(k_chunk, content.size() - at));
        blob.chunks.push_back(crypto::seal(key, piece, place_of(blob.id, blob.chunks.size()), crypto::Padding::none));
    }
    return blob;
}

void add(db::Tx& tx, InstitutionId institution, const NewBlob& blob, Time now) {
    tx.add(R"sql(
        INSERT INTO blob (id, institution_id, media_type, size, digest, created_at)
        VALUES (:id, :institution, :media_type, :size, :digest, :now)
    )sql", {db::arg("id", blob.id), db::arg("institution", institution), db::arg("media_type", blob.media_type),
            db::arg("size", std::int64_t(blob.size)), db::arg("digest", blob.digest), db::arg("now", now)});
    for (std::size_t seq = 0; seq < blob.chunks.size(); ++seq)
        tx.add("INSERT INTO blob_chunk (blob_id, seq, content) VALUES (:blob, :seq, :content)",
               {db::arg("blob", blob.id), db::arg("seq", std::int64_t(seq)), db::arg("content", blob.chunks[seq])});
}

Result<Blob> find(db::Reader& reader, InstitutionId institution, BlobId id) {
    return reader.one<Blob>(R"sql(
        SELECT id, media_type, size, digest, created_at
          FROM blob
         WHERE id = :id
           AND institution_id = :institution
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

void read(db::Reader& reader, const Blob& blob, const crypto::Key& key, const std::function<void(BytesView)>& take) {
    crypto::Hasher hasher;
    std::size_t seq = 0;
    std::int64_t size = 0;
    reader.each<Bytes>("SELECT content FROM blob_chunk WHERE blob_id = :blob ORDER BY seq", {db::arg("blob", blob.id)},
                       [&](const Bytes& sealed) {
                           const auto piece = crypto::open(key, sealed, place_of(blob.id, seq++));
                           if (!piece) fail();
                           size += std::ssize(*piece);
                           hasher.add(*piece);
                           take(*piece);
                       });
    const auto digest = crypto::open(key, blob.digest, digest_place(blob.id));
    if (!digest || size != blob.size || !crypto::same(*digest, hasher.finish())) fail();
}

bool remove(db::Tx& tx, InstitutionId institution, BlobId id) {
    const bool removed = tx.run("DELETE FROM blob WHERE id = :id AND institution_id = :institution",
                                {db::arg("id", id), db::arg("institution", institution)}) == 1;
    if (removed) tx.add("DELETE FROM blob_chunk WHERE blob_id = :id", {db::arg("id", id)});
    return removed;
}

}  // namespace hebra::blobs
