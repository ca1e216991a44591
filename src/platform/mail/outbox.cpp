#include "platform/mail/outbox.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/crypto/seal.hpp"
#include "platform/db/list.hpp"
#include "platform/json/json.hpp"
#include "platform/json/own.hpp"
#include "platform/mail/store.hpp"

namespace hebra::mail {
namespace {

constexpr auto k_lease = std::chrono::minutes(5);  // longer than any delivery's timeout
constexpr std::int64_t k_a_piece = 20;
constexpr int k_letters_a_turn = 200;

/// How long a letter waits after each attempt that nobody took: half a day in all.
constexpr std::chrono::minutes k_waits[] = {std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(15),
                                            std::chrono::minutes(60), std::chrono::minutes(180)};

Micros wait_after(int attempts) {
    const auto last = std::size(k_waits) - 1;
    return k_waits[std::min(static_cast<std::size_t>(std::max(attempts - 1, 0)), last)];
}

crypto::Context place_of(LetterId id) { return {"outbox", "content", id.value()}; }

State state_after(Outcome outcome) {
    switch (outcome) {
        case Outcome::sent: return State::sent;
        case Outcome::refused: return State::refused;
        case Outcome::unknown: return State::unknown;
        case Outcome::postponed: return State::pending;
    }
    return State::unknown;
}

}  // namespace

struct Outbox::Claimed {
    Envelope envelope;
    Letter letter;
    Time useful_until;
};

bool Outbox::add(db::Tx& tx, const NewLetter& given, Uuid audit_id) {
    if (!is_on()) return false;
    if (!is_address(given.letter.to.reveal())) throw std::logic_error("a letter to no address");
    const Time now = clock_.now();
    const Envelope envelope{.id = LetterId::make(now),
                            .institution_id = given.institution,
                            .kind = std::string(given.kind),
                            .subject_id = given.subject,
                            .state = State::pending,
                            .attempts = 0,
                            .reply_code = 0,
                            .created_at = now,
                            .finished_at = {}};
    const auto content = crypto::seal(key_, json::write(given.letter), place_of(envelope.id));
    store::add(tx, envelope, content, now + given.useful_for, audit_id);
    return true;
}

std::int64_t Outbox::cancel(db::Tx& tx, Uuid subject, std::string_view kind, Uuid audit_id) {
    return store::cancel(tx, subject, kind, clock_.now(), audit_id);
}

std::vector<Envelope> Outbox::newest(db::Reader& reader, InstitutionId institution, std::string_view kind) {
    return store::newest(reader, institution, kind);
}

std::vector<Envelope> Outbox::about(db::Reader& reader, std::span<const Uuid> subjects, std::string_view kind) {
    std::vector<Envelope> all;
    for (; !subjects.empty(); subjects = subjects.subspan(std::min(db::k_list, subjects.size())))
        std::ranges::move(store::about(reader, subjects.first(std::min(db::k_list, subjects.size())), kind), std::back_inserter(all));
    return all;
}

std::optional<Outbox::Claimed> Outbox::claim() {
    const Time now = clock_.now();
    struct Taken {
        std::optional<store::Row> row;
    };
    auto taken = database_.write([&](db::Tx& tx) -> Result<Taken> {
        auto row = store::due(tx, now);
        if (!row || !store::wire(tx, row->envelope.id, now + k_lease)) return Taken{};
        ++row->envelope.attempts;
        return Taken{std::move(row)};
    });
    if (!taken->row) return std::nullopt;
    auto& row = *taken->row;
    const auto text = row.content ? crypto::open_text(key_, *row.content, place_of(row.envelope.id)) : std::nullopt;
    if (!text) throw std::runtime_error("a letter on its way does not open");
    return Claimed{std::move(row.envelope), json::read_own<Letter>(text->reveal()), row.useful_until};
}

bool Outbox::settle(const Claimed& claimed, const Delivery& delivery) {
    const Time now = clock_.now();
    auto envelope = claimed.envelope;
    const Time next = now + wait_after(envelope.attempts);
    envelope.state = state_after(delivery.outcome);
    if (envelope.state == State::pending && next >= claimed.useful_until) envelope.state = State::given_up;
    if (envelope.state != State::pending) envelope.finished_at = now;
    envelope.reply_code = delivery.reply_code;
    return database_
        .write([&](db::Tx& tx) -> Result<bool> { return store::settle(tx, envelope, next, record_(tx, envelope)); })
        .value();
}

std::int64_t Outbox::send() {
    if (!is_on()) return 0;
    std::int64_t sent = 0;
    for (int turn = 0; turn < k_letters_a_turn && !stopping_; ++turn) {
        const auto claimed = claim();
        if (!claimed) break;
        const bool is_late = claimed->useful_until <= clock_.now();
        const auto delivery = is_late ? Delivery{Outcome::postponed, claimed->envelope.reply_code}
                                      : postman_->deliver(claimed->letter, claimed->envelope.id.value(), clock_.now());
        settle(*claimed, delivery);
        sent += delivery.outcome == Outcome::sent;
        if (!delivery.reached) break;
    }
    return sent;
}

std::int64_t Outbox::find_lost() {
    const Time now = clock_.now();
    return database_
        .write(
            [&](db::Tx& tx) -> Result<std::int64_t> {
                const auto lapsed = store::lapsed(tx, now, k_a_piece);
                for (auto envelope : lapsed) {
                    envelope.state = State::unknown;
                    envelope.finished_at = now;
                    store::settle(tx, envelope, now, record_(tx, envelope));
                }
                return std::ssize(lapsed);
            },
            db::Urgency::bulk)
        .value();
}

std::int64_t Outbox::disown(db::Tx& tx, Uuid audit_id) { return store::disown(tx, clock_.now(), audit_id); }

std::int64_t Outbox::forget(db::Tx& tx, Time before) { return store::forget(tx, before); }

void Outbox::stop() {
    stopping_ = true;
    if (postman_) postman_->stop();
}

}  // namespace hebra::mail
