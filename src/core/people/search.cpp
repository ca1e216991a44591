#include <unordered_map>

#include "base/fold.hpp"
#include "core/people/document_keys.hpp"
#include "core/people/people.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/db/list.hpp"

namespace hebra::people {
namespace {

constexpr std::int64_t k_candidates = 200;  // opened to be ranked
constexpr std::int64_t k_rough_newest = 50;  // of a surname alone
constexpr std::size_t k_shown = 20;
constexpr std::size_t k_enough = 5;  // below this, spellings one letter away are tried

/// Edits that turn one word into another, counted up to a few: enough to rank.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

/// How far a person's names are from what was typed: each typed word against its nearest.
std::size_t strangeness(const Identity& identity, const std::vector<std::string>& typed) {
    std::vector<std::string> names;
    for (const auto* name : {&identity.given_names, &identity.social_name, &identity.alias, &identity.first_surname,
                             &identity.second_surname})
        if (*name)
            for (auto& word : folded_words((*name)->reveal())) names.push_back(std::move(word));
    std::size_t total = 0;
    for (const auto& word : typed) {
        std::size_t nearest = word.size();
        for (const auto& name : names)
            if (nearest > 0) nearest = std::min(nearest, distance(word, name));
        total += nearest;
    }
    return total;
}

std::vector<Bytes> keys_only(const std::vector<BlindKey>& keys) {
    std::vector<Bytes> bytes;
    for (const auto& key : keys) bytes.push_back(key.key);
    return bytes;
}

/// Gathers people, each once, under the strongest reason found first.
class Hits {
  public:
    void add(const std::vector<PersonId>& ids, FoundBy reason) {
        for (const auto id : ids)
            if (reasons_.emplace(id, reason).second) ids_.push_back(id);
    }
    std::size_t size() const { return ids_.size(); }
    FoundBy reason(PersonId id) const { return reasons_.at(id); }

    bool is_by_name(PersonId id) const { return reason(id) == FoundBy::names || reason(id) == FoundBy::similar_names; }
    /// Where somebody stands among those as near as they: found by what is theirs alone first, then who was recorded first.
    std::pair<bool, PersonId> place(PersonId id) const { return {is_by_name(id), id}; }
    std::vector<PersonId> in_place() const {
        auto ids = ids_;
        std::ranges::sort(ids, {}, [this](PersonId id) { return place(id); });
        return ids;
    }

  private:
    std::vector<PersonId> ids_;
    std::unordered_map<PersonId, FoundBy> reasons_;
};

class Search {
  public:
    Search(db::Reader& reader, InstitutionId institution, const crypto::Key& blind, Sounds& sounds)
        : reader_(reader), institution_(institution), blind_(blind), sounds_(sounds) {}

    Hits run(const PersonQuery& query) {
        Hits hits;
        if (query.run) exact(hits, KeyKind::run, "run", query.run->text(), FoundBy::run);
        if (query.document)
            hits.add(store::with_any_key(reader_, institution_, KeyKind::document, document_probes(*query.document, blind_), k_candidates),
                     FoundBy::document);
        if (query.return_code) by_return_code(hits, *query.return_code);
        if (query.thread_code) by_thread_code(hits, *query.thread_code);
        if (query.phone) exact(hits, KeyKind::phone, "phone", query.phone->text(), FoundBy::phone);
        if (query.email) exact(hits, KeyKind::email, "email", fold(query.email->text()), FoundBy::email);
        if (query.text) by_names(hits, probe_of(query.text->reveal(), query.birth_date));
        return hits;
    }

  private:
    void exact(Hits& hits, KeyKind kind, std::string_view purpose, const std::string& value, FoundBy reason) {
        const std::array keys = {crypto::blind(blind_, purpose, value)};
        hits.add(store::with_any_key(reader_, institution_, kind, keys, k_candidates), reason);
    }

    void by_return_code(Hits& hits, const std::string& typed) {
        const auto code = crypto::ReturnCode::parse(typed);
        if (!code) return;
        const std::array keys = {return_code_key(code->reveal(), blind_)};
        hits.add(store::with_any_key(reader_, institution_, KeyKind::return_code, keys, 1), FoundBy::return_code);
    }

    void by_thread_code(Hits& hits, const std::string& typed) {
        const auto code = crypto::ThreadCode::parse(typed);
        if (!code) return;
        if (const auto id = store::find_by_thread_code(reader_, institution_, code->text())) hits.add({*id}, FoundBy::thread_code);
    }

    void by_names(Hits& hits, const NameProbe& probe) {
        if (probe.tokens.empty()) return;
        const auto keys = probe_keys(probe, blind_);
        if (keys.empty()) return;
        const bool rough = keys.front().kind == KeyKind::surname;
        hits.add(store::with_any_key(reader_, institution_, keys.front().kind, keys_only(keys), rough ? k_rough_newest : k_candidates),
                 FoundBy::names);
        if (rough || hits.size() >= k_enough) return;
        const auto sounds = sounds_.known(reader_, institution_);
        const auto known = [&](std::int64_t sound) { return sounds->has(sound); };
        for (std::size_t token = 0; token < probe.tokens.size() && hits.size() < k_enough; ++token)
            hits.add(store::with_any_key(reader_, institution_, KeyKind::names, keys_only(typo_keys(probe, token, blind_, known)),
                                         k_candidates),
                     FoundBy::similar_names);
    }

    db::Reader& reader_;
    InstitutionId institution_;
    const crypto::Key& blind_;
    Sounds& sounds_;
};

bool asks_nothing(const PersonQuery& query) {
    return !query.text && !query.run && !query.document && !query.phone && !query.email && !query.thread_code && !query.return_code;
}

/// What the audit keeps of a search: which fields were asked, keyed hashes of exact terms, and how many were found.
std::vector<std::string> described(const PersonQuery& query, const crypto::Key& audit_key, const FoundPeople& found) {
    std::vector<std::string> fields;
    const auto keyed = [&](std::string_view name, std::string_view value) {
        fields.push_back(fmt::format("{}={}", name, to_hex(crypto::blind(audit_key, name, value))));
    };
    if (query.text) keyed("text", fold(query.text->reveal()));
    if (query.run) keyed("run", query.run->text());
    if (query.document) keyed("document", query.document->text());
    if (query.phone) keyed("phone", query.phone->text());
    if (query.email) keyed("email", query.email->text());
    if (query.thread_code) keyed("thread_code", *query.thread_code);
    if (query.return_code) fields.emplace_back("return_code");
    fields.push_back(fmt::format("found={}", found.items.size()));
    if (found.network_asked) fields.push_back(fmt::format("known_to_network={}", found.known_to_network ? "yes" : *found.network_asked ? "no" : "not_asked"));
    return fields;
}

}  // namespace

std::vector<PossiblePerson> People::candidates(db::Reader& reader, const Actor& actor, const PersonQuery& query) {
    const auto keys = vault_.institution(reader, actor.institution);
    const auto hits = Search(reader, actor.institution, keys->blind, sounds_).run(query);
    const auto typed = query.text ? folded_words(query.text->reveal()) : std::vector<std::string>{};
    const Date day = today();

    std::vector<std::pair<std::size_t, PossiblePerson>> ranked;
    std::size_t unbeaten = 0;  // as near as can be: whoever has a later place comes after them, and need not be opened
    const auto ids = hits.in_place();
    for (std::size_t at = 0; at < ids.size() && unbeaten < k_shown; at += db::k_list) {
        auto rows = store::candidates(reader, actor.institution, std::span(ids).subspan(at, std::min(db::k_list, ids.size() - at)));
        std::ranges::sort(rows, {}, [&](const auto& row) { return hits.place(row.id); });
        for (const auto& row : rows) {
            if (unbeaten == k_shown) break;
            const auto sealing = vault_.subject(reader, actor.institution, row.id.value(), {row.epoch, row.wrapped});
            const auto identity = open_identity(row.id, row.identity, sealing);
            const auto far = strangeness(identity, typed);
            const bool by_name = hits.is_by_name(row.id);
            // A rough surname key meets strangers on purpose: only words within two letters of what was typed are shown.
            if (by_name && far > 2 * typed.size()) continue;
            if (!by_name || far == 0) ++unbeaten;
            ranked.emplace_back(by_name ? far + 1 : 0, PossiblePerson{row.id, masked_name(identity), age(identity, day), identity.comuna,
                                                                      row.thread_code, hits.reason(row.id)});
        }
    }
    std::ranges::sort(ranked, {}, [](const auto& item) { return std::pair(item.first, item.second.id); });
    std::vector<PossiblePerson> items;
    for (auto& [far, item] : ranked)
        if (items.size() < k_shown) items.push_back(std::move(item));
    return items;
}

Result<FoundPeople> People::search(const Actor& actor, const PersonQuery& query) {
    if (asks_nothing(query)) return refuse_field("/text", words::k_nothing_to_search);
    std::vector<Bytes> network_keys;
    if (query.run) network_keys = network_keys_of({.run = query.run}, vault_.network());
    if (query.document) std::ranges::move(document_probes(*query.document, vault_.network()), std::back_inserter(network_keys));

    const bool asks_network = !network_keys.empty();
    const bool may_ask = asks_network && network_budget_.spend(actor.user, clock_.now());

    struct Answer {
        FoundPeople found;
        std::shared_ptr<const access::InstitutionKeys> keys;
    };
    const auto answer = database_.read([&](db::Reader& reader) {
        FoundPeople found{candidates(reader, actor, query), false, asks_network ? std::optional(may_ask) : std::nullopt};
        if (!may_ask) return Answer{std::move(found), vault_.institution(reader, actor.institution)};
        for (const auto& key : network_keys)
            for (const auto elsewhere : store::known_elsewhere(reader, actor.institution, key))
                found.known_to_network |= in_one_network_(actor.institution, elsewhere);
        return Answer{std::move(found), vault_.institution(reader, actor.institution)};
    });
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        audit_.record(tx, actor,
                      {.action = "person.search", .fields = described(query, answer.keys->audit, answer.found)});
        return {};
    }));
    return answer.found;
}

}  // namespace hebra::people
