#include "access/keys/vault.hpp"

#include <span>
#include <stdexcept>

#include "access/keys/store.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"

namespace hebra::access {
namespace {

constexpr auto k_held_for = std::chrono::minutes(5);
constexpr std::size_t k_subjects_held = 50'000;

crypto::Context epoch_context(InstitutionId institution, std::int64_t epoch) {
    return {"institution_key", "wrapped", institution.value(), static_cast<std::uint32_t>(epoch)};
}

crypto::Context secret_context(InstitutionId institution, std::int64_t version) {
    return {"institution_secret", "wrapped", institution.value(), static_cast<std::uint32_t>(version)};
}

crypto::Context subject_context(SubjectId subject, std::int64_t epoch) {
    return {"subject_key", "wrapped", subject, static_cast<std::uint32_t>(epoch)};
}

crypto::Key opened(std::optional<crypto::Key> key, const char* what) {
    if (!key) throw std::runtime_error(std::string(what) + " does not open: another master key, or altered bytes");
    return std::move(*key);
}

crypto::Key unwrapped(const InstitutionKeys& keys, SubjectId subject, const WrappedKey& key) {
    const auto* wrapping = keys.wrapping_of(key.epoch);
    if (!wrapping) throw std::runtime_error("a subject key of a destroyed epoch");
    return opened(crypto::unwrap(*wrapping, key.wrapped, subject_context(subject, key.epoch)), "a subject key");
}

}  // namespace

const crypto::Key* InstitutionKeys::wrapping_of(std::int64_t its_epoch) const {
    if (its_epoch == epoch) return &wrapping;
    const auto found = older.find(its_epoch);
    return found == older.end() ? nullptr : &found->second;
}

std::size_t Vault::HeldHash::operator()(const HeldId& id) const {
    return std::hash<InstitutionId>{}(InstitutionId(id.subject)) * 31 + std::hash<InstitutionId>{}(id.institution);
}

Bytes Sealing::seal(std::string_view place, const Uuid& row, std::string_view plain) const {
    const auto dot = place.find('.');
    return crypto::seal(*key_, plain, crypto::Context{place.substr(0, dot), place.substr(dot + 1), row});
}

std::string Sealing::open(std::string_view place, const Uuid& row, BytesView sealed) const {
    const auto dot = place.find('.');
    auto text = crypto::open_text(*key_, sealed, crypto::Context{place.substr(0, dot), place.substr(dot + 1), row});
    if (!text) throw std::runtime_error("a sealed field does not open: altered, moved, or another key");
    return text->reveal();
}

Vault::Vault(crypto::Key master, const Clock& clock)
    : master_(std::move(master)),
      accounts_(crypto::derive(master_, "accounts.1")),
      network_(crypto::derive(master_, "network.1")),
      requests_(crypto::derive(master_, "requests.1")),
      erasures_(crypto::derive(master_, "erasures.1")),
      clock_(clock) {}

void Vault::found(db::Tx& tx, InstitutionId institution) const {
    const Time now = clock_.now();
    store::add_epoch(tx, institution, {1, crypto::wrap(master_, crypto::Key::random(), epoch_context(institution, 1))}, now);
    store::add_secret(tx, institution, {1, crypto::wrap(master_, crypto::Key::random(), secret_context(institution, 1))}, now);
}

std::shared_ptr<const InstitutionKeys> Vault::institution(db::Reader& reader, InstitutionId institution) {
    {
        const std::scoped_lock lock(mutex_);
        if (const auto held = institutions_.find(institution); held != institutions_.end()) return held->second;
    }
    return learn(reader, institution);
}

std::shared_ptr<const InstitutionKeys> Vault::with_epoch(db::Reader& reader, InstitutionId institution, std::int64_t epoch) {
    auto keys = this->institution(reader, institution);
    return keys->wrapping_of(epoch) ? keys : learn(reader, institution);
}

std::shared_ptr<const InstitutionKeys> Vault::learn(db::Reader& reader, InstitutionId institution) {
    auto keys = read_institution(reader, institution);
    // A transaction that founds, or begins an epoch, may yet be undone and made again with other keys.
    if (!reader.is_settled()) return keys;
    const std::scoped_lock lock(mutex_);
    auto& held = institutions_[institution];
    if (!held || held->epoch <= keys->epoch) held = keys;
    return keys;
}

std::shared_ptr<const InstitutionKeys> Vault::read_institution(db::Reader& reader, InstitutionId institution) const {
    const auto epochs = store::epochs(reader, institution);
    const auto secret = store::newest_secret(reader, institution);
    if (epochs.empty() || !secret) throw std::runtime_error("an institution without keys: it was never founded");
    const auto wrapping = [&](const store::NumberedKey& epoch) {
        return opened(crypto::unwrap(master_, epoch.wrapped, epoch_context(institution, epoch.number)), "an epoch key");
    };
    std::map<std::int64_t, crypto::Key> older;
    for (const auto& epoch : std::span(epochs).subspan(1)) older.emplace(epoch.number, wrapping(epoch));
    const auto root = opened(crypto::unwrap(master_, secret->wrapped, secret_context(institution, secret->number)), "a secret");
    return std::make_shared<const InstitutionKeys>(InstitutionKeys{
        .epoch = epochs.front().number,
        .wrapping = wrapping(epochs.front()),
        .older = std::move(older),
        .secret_version = secret->number,
        .blind = crypto::derive(root, "blind"),
        .audit = crypto::derive(root, "audit"),
        .drafts = crypto::derive(root, "drafts"),
        .checkpoint = crypto::SigningKey::from_seed(crypto::derive(root, "checkpoint")),
    });
}

bool Vault::begin_epoch(db::Tx& tx, InstitutionId institution, std::int64_t epoch) const {
    const auto wrapped = crypto::wrap(master_, crypto::Key::random(), epoch_context(institution, epoch));
    return store::add_epoch(tx, institution, {epoch, wrapped}, clock_.now());
}

WrappedKey Vault::rewrap(const InstitutionKeys& keys, SubjectId subject, const WrappedKey& key) const {
    const auto open = unwrapped(keys, subject, key);
    return {keys.epoch, crypto::wrap(keys.wrapping, open, subject_context(subject, keys.epoch))};
}

void Vault::refresh(db::Database& database) {
    database.read([&](db::Reader& reader) {
        for (const auto& epochs : store::all_epochs(reader)) {
            const auto known = institution(reader, epochs.institution_id);
            if (known->epoch != epochs.newest || std::ssize(known->older) + 1 != epochs.count) learn(reader, epochs.institution_id);
        }
    });
}

NewSubject Vault::new_subject(const InstitutionKeys& keys, InstitutionId institution, SubjectId subject) const {
    auto key = std::make_shared<const crypto::Key>(crypto::Key::random());
    auto wrapped = crypto::wrap(keys.wrapping, *key, subject_context(subject, keys.epoch));
    return {Sealing(std::move(key), subject), institution, keys.epoch, std::move(wrapped)};
}

NewSubject Vault::share(const NewSubject& subject, const InstitutionKeys& keys, InstitutionId institution) const {
    auto wrapped = crypto::wrap(keys.wrapping, *subject.sealing.key_, subject_context(subject.sealing.subject(), keys.epoch));
    return {subject.sealing, institution, keys.epoch, std::move(wrapped)};
}

void Vault::keep(db::Tx& tx, const NewSubject& subject) const {
    store::add_subject(tx, subject.institution, {subject.sealing.subject(), subject.epoch, subject.wrapped});
}

std::shared_ptr<const crypto::Key> Vault::held(const HeldId& id) {
    const std::scoped_lock lock(mutex_);
    const auto found = subjects_.find(id);
    if (found == subjects_.end()) return nullptr;
    if (found->second.until > clock_.now()) return found->second.key;
    subjects_.erase(found);
    return nullptr;
}

Result<Sealing> Vault::subject(db::Reader& reader, InstitutionId institution, SubjectId subject) {
    if (auto key = held({subject, institution})) return Sealing(std::move(key), subject);
    const auto stored = store::subject(reader, institution, subject);
    if (!stored) return not_found();
    return this->subject(reader, institution, subject, *stored);
}

Sealing Vault::subject(db::Reader& reader, InstitutionId institution, SubjectId subject, const WrappedKey& stored) {
    if (auto key = held({subject, institution})) return Sealing(std::move(key), subject);
    const auto keys = with_epoch(reader, institution, stored.epoch);
    auto key = std::make_shared<const crypto::Key>(unwrapped(*keys, subject, stored));
    hold({subject, institution}, key);
    return Sealing(std::move(key), subject);
}

void Vault::hold(const HeldId& id, std::shared_ptr<const crypto::Key> key) {
    const Time now = clock_.now();
    const std::scoped_lock lock(mutex_);
    if (subjects_.size() >= k_subjects_held) subjects_.clear();
    const auto [place, is_new] = subjects_.try_emplace(id, Held{key, now + k_held_for});
    // Who read the row before it was erased does not bring the key back.
    if (!is_new && (place->second.key || place->second.until <= now)) place->second = {std::move(key), now + k_held_for};
}

bool Vault::is_there(db::Tx& tx, InstitutionId institution, SubjectId subject) const {
    return store::lock_subject(tx, institution, subject);
}

bool Vault::erase(db::Tx& tx, InstitutionId institution, SubjectId subject) {
    return store::erase_subject(tx, institution, subject);
}

void Vault::forget(SubjectId subject, InstitutionId institution) {
    const std::scoped_lock lock(mutex_);
    subjects_.insert_or_assign(HeldId{subject, institution}, Held{nullptr, clock_.now() + k_held_for});
}

}  // namespace hebra::access
