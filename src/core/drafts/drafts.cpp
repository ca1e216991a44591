#include "core/drafts/drafts.hpp"

#include <algorithm>

#include "access/erasure/ledger.hpp"
#include "access/once/once.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/seal.hpp"

namespace hebra::drafts {
namespace {

struct Row {
    std::string form;
    std::string record;
    Bytes content;
    Time updated_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Row, (), (form, record, content, updated_at, version))

/// A draft with whose it is.
struct HeldRow {
    UserId user_id;
    std::string form;
    std::string record;
    Bytes content;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (user_id, form, record, content))

constexpr int k_last_version = 1'000'000'000;  // autosaved each second, a draft has 1,209,600

/// What stands beside a sealed draft is in the clear: a form is the program's own word for it…
bool is_form(std::string_view text) {
    return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// …and a record an id, the code of a thread, or "new": nothing that could be somebody's name.
bool is_record(std::string_view text) { return text == "new" || Uuid::parse(text) || crypto::ThreadCode::parse(text); }

/// A draft is bound to its writer and its place: moved to another row it does not open.
Bytes context(UserId user, InstitutionId institution, std::string_view form, std::string_view record) {
    const auto text = fmt::format("draft/{}/{}/{}/{}", user.text(), institution.text(), form, record);
    const auto bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

Draft opened(const access::InstitutionKeys& keys, const Actor& actor, const Row& row) {
    const auto content = crypto::open(keys.drafts, row.content, context(actor.user, actor.institution, row.form, row.record));
    if (!content) throw std::runtime_error("a draft does not open");
    return {row.form, row.record, {std::string(text_of(*content))}, row.updated_at, row.version};
}

}  // namespace

Result<> check_name(const std::string& form, const std::string& record, char where) {
    if (!is_form(form)) return refuse_field(fmt::format("{}form", where), words::k_bad_draft_name);
    if (!is_record(record)) return refuse_field(fmt::format("{}record", where), words::k_bad_draft_name);
    return {};
}

Result<Draft> Drafts::save(const Actor& actor, const std::string& form, const std::string& record, const SaveDraft& draft) {
    HEBRA_CHECK(check_name(form, record, '/'));
    if (draft.seen < 0 || draft.seen > k_last_version) return refuse(Refused::conflict, words::k_draft_elsewhere);
    const Time now = clock_.now();
    const auto keys = database_.read([&](db::Reader& reader) { return vault_.institution(reader, actor.institution); });
    const auto sealed = crypto::seal(keys->drafts, bytes_of(draft.content.text), context(actor.user, actor.institution, form, record));
    return database_.write([&](db::Tx& tx) -> Result<Draft> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, form + "/" + record, now));
        if (before) return read(tx, actor, form, record);
        if (access::is_erased(tx, actor.institution, record)) return refuse(Refused::conflict, words::k_draft_erased);  // a page left open goes on saving
        // One conditional write decides: the first save inserts, a later one must have seen the version it replaces.
        const auto saved = tx.run(R"sql(
            INSERT INTO draft (user_id, institution_id, form, record, content, updated_at, version)
            VALUES (:user, :institution, :form, :record, :content, :now, :seen + 1)
            ON CONFLICT (user_id, institution_id, form, record) DO UPDATE
               SET content = excluded.content, updated_at = excluded.updated_at, version = draft.version + 1
             WHERE draft.version = :seen
        )sql", {db::arg("user", actor.user), db::arg("institution", actor.institution), db::arg("form", form),
                db::arg("record", record), db::arg("content", sealed), db::arg("now", now),
                db::arg("seen", std::int64_t(draft.seen))});
        if (saved == 0) return refuse(Refused::conflict, words::k_draft_elsewhere);
        return Draft{form, record, draft.content, now, draft.seen + 1};
    });
}

Result<Draft> Drafts::find(const Actor& actor, const std::string& form, const std::string& record) {
    return database_.read([&](db::Reader& reader) { return read(reader, actor, form, record); });
}

Result<Draft> Drafts::read(db::Reader& reader, const Actor& actor, const std::string& form, const std::string& record) {
    HEBRA_TRY(const auto row, reader.one<Row>(R"sql(
        SELECT form, record, content, updated_at, version
          FROM draft
         WHERE user_id = :user
           AND institution_id = :institution
           AND form = :form
           AND record = :record
    )sql", {db::arg("user", actor.user), db::arg("institution", actor.institution), db::arg("form", form),
            db::arg("record", record)}));
    return opened(*vault_.institution(reader, actor.institution), actor, row);
}

std::vector<Draft> Drafts::mine(const Actor& actor) {
    return database_.read([&](db::Reader& reader) {
        const auto rows = reader.all<Row>(R"sql(
            SELECT form, record, content, updated_at, version
              FROM draft
             WHERE user_id = :user
               AND institution_id = :institution
             ORDER BY updated_at DESC, form, record
             LIMIT 50
        )sql", {db::arg("user", actor.user), db::arg("institution", actor.institution)});
        std::vector<Draft> drafts;
        if (rows.empty()) return drafts;
        const auto keys = vault_.institution(reader, actor.institution);
        for (const auto& row : rows) drafts.push_back(opened(*keys, actor, row));
        return drafts;
    });
}

void Drafts::remove(const Actor& actor, const std::string& form, const std::string& record) {
    (void)database_.write([&](db::Tx& tx) -> Result<> {
        remove_draft(tx, actor, form, record);
        return {};
    });
}

namespace {

void remove_of(db::Tx& tx, UserId user, InstitutionId institution, const std::string& form, const std::string& record) {
    tx.add(R"sql(
        DELETE FROM draft
         WHERE user_id = :user
           AND institution_id = :institution
           AND form = :form
           AND record = :record
    )sql", {db::arg("user", user), db::arg("institution", institution), db::arg("form", form), db::arg("record", record)});
}

}  // namespace

void remove_draft(db::Tx& tx, const Actor& actor, const std::string& form, const std::string& record) {
    remove_of(tx, actor.user, actor.institution, form, record);
}

void remove_drafts_about(db::Tx& tx, InstitutionId institution, const std::string& record) {
    tx.add("DELETE FROM draft WHERE institution_id = :institution AND record = :record",
           {db::arg("institution", institution), db::arg("record", record)});
}

void remove_all_drafts_about(db::Tx& tx, const std::string& record) {
    tx.add("DELETE FROM draft WHERE record = :record", {db::arg("record", record)});
}

void remove_drafts_naming(db::Tx& tx, const access::InstitutionKeys& keys, InstitutionId institution, std::span<const std::string> names) {
    const auto rows = tx.all<HeldRow>("SELECT user_id, form, record, content FROM draft WHERE institution_id = :institution",
                                      {db::arg("institution", institution)});
    for (const auto& row : rows) {
        const auto content = crypto::open(keys.drafts, row.content, context(row.user_id, institution, row.form, row.record));
        if (!content) throw std::runtime_error("a draft does not open");
        const auto text = text_of(*content);
        if (std::ranges::any_of(names, [&](const std::string& name) { return text.find(name) != text.npos; }))
            remove_of(tx, row.user_id, institution, row.form, row.record);
    }
}

std::int64_t forget_old_drafts(db::Tx& tx, Time now) {
    return tx.run("DELETE FROM draft WHERE updated_at < :before", {db::arg("before", now - k_kept)});
}

}  // namespace hebra::drafts
