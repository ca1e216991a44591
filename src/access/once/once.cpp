#include "access/once/once.hpp"

#include <stdexcept>

#include "platform/crypto/hash.hpp"

namespace hebra::access {
namespace {

struct Claimed {
    std::string route;
    Bytes request_mac;
    std::string ref;
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (route, request_mac, ref))

}  // namespace

Result<std::optional<std::string>> claim_once(db::Tx& tx, const Actor& actor, const std::string& ref, Time now) {
    if (!actor.once) return std::optional<std::string>{};
    const auto& once = *actor.once;
    const auto claimed = tx.run(R"sql(
        INSERT INTO idempotency (user_id, key, route, request_mac, ref, expires_at)
        VALUES (:user, :key, :route, :mac, :ref, :expires)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("user", actor.user), db::arg("key", once.key), db::arg("route", once.route), db::arg("mac", once.request_mac),
            db::arg("ref", ref), db::arg("expires", now + k_once_kept)});
    if (claimed == 1) return std::optional<std::string>{};
    HEBRA_TRY(const auto first, claimed_before(tx, actor));
    if (!first) throw std::runtime_error("a key that was just claimed has vanished");
    return first;
}

Result<std::optional<std::string>> claimed_before(db::Reader& reader, const Actor& actor) {
    if (!actor.once) return std::optional<std::string>{};
    const auto& once = *actor.once;
    const auto first = reader.maybe<Claimed>(R"sql(
        SELECT route, request_mac, ref
          FROM idempotency
         WHERE user_id = :user
           AND key = :key
    )sql", {db::arg("user", actor.user), db::arg("key", once.key)});
    if (!first) return std::optional<std::string>{};
    if (first->route != once.route || !crypto::same(first->request_mac, once.request_mac))
        return refuse(Refused::invalid, words::k_key_reused);
    return std::optional(first->ref);
}

Result<std::string> done_before(db::Database& database, const Actor& actor, Refusal refusal) {
    if (!actor.once) return Refuse(std::move(refusal));
    HEBRA_TRY(auto first, database.read([&](db::Reader& reader) { return claimed_before(reader, actor); }));
    if (!first) return Refuse(std::move(refusal));
    return *std::move(first);
}

std::int64_t forget_old_keys(db::Tx& tx, Time now) {
    return tx.run("DELETE FROM idempotency WHERE expires_at < :now", {db::arg("now", now)});
}

}  // namespace hebra::access
