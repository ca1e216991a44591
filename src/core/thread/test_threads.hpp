// A thread on which several institutions stand, what they agreed and what the person allowed. For this room's tests only.
#pragma once
#include <gtest/gtest.h>

#include "core/thread/test_house.hpp"
#include "core/thread/thread.hpp"

namespace hebra::thread {

using namespace std::chrono_literals;

inline constexpr std::int64_t k_many = 1'000;
inline const Date k_today(std::chrono::year(2026), std::chrono::month(11), std::chrono::day(21));

struct Terms {
    InstitutionId one, other;
    Date starts_on, ends_on;
    int class_limit;
    bool events_visible;
};

/// What one told another about their person.
struct Told {
    InstitutionId from, to;
    Time disclosed_at, expires_at;
    std::optional<Time> revoked_at = {};
    std::string subject = {};  ///< the same for the versions of one package
};

class Threads : public test::OnBothDatabases<test::house_schema> {
  protected:
    /// Another institution's own row about the same person.
    void join(InstitutionId institution, ThreadId thread) {
        const auto person = house.person(institution);
        test::write(db(), [&](db::Tx& tx) {
            tx.add("UPDATE person SET thread_id = :thread WHERE id = :id", {db::arg("thread", thread), db::arg("id", person.id)});
        });
    }

    void agree(const Terms& terms) {
        const auto [first, second] = std::minmax(terms.one, terms.other);
        test::write(db(), [&](db::Tx& tx) {
            tx.add(R"sql(
                INSERT INTO agreement (id, first_id, second_id, level, class_limit, events_visible, starts_on, ends_on, first_signer,
                                       second_signer, created_at, version, audit_id)
                VALUES (:id, :first, :second, 'collaboration', :limit, :visible, :starts, :ends, 'a', 'b', 0, 1, :audit)
            )sql", {db::arg("id", Id<struct Any>::make(house.clock.now())), db::arg("first", first), db::arg("second", second),
                    db::arg("limit", terms.class_limit), db::arg("visible", terms.events_visible),
                    db::arg("starts", terms.starts_on), db::arg("ends", terms.ends_on),
                    db::arg("audit", house.entry(tx, terms.one))});
        });
    }

    void tell(ThreadId thread, Told told) {
        const auto id = Id<struct Any>::make(house.clock.now());
        if (told.subject.empty()) told.subject = id.text();
        const auto person = db().read([&](db::Reader& reader) {
            return reader.one<PersonId>("SELECT id FROM person WHERE institution_id = :from AND thread_id = :thread",
                                        {db::arg("from", told.from), db::arg("thread", thread)}).value();
        });
        test::write(db(), [&](db::Tx& tx) {
            tx.add(R"sql(
                INSERT INTO disclosure (id, institution_id, person_id, recipient_id, subject_id, basis, classes, fields,
                                        package_version, package_hash, disclosed_at, expires_at, revoked_at, audit_id)
                VALUES (:id, :from, :person, :to, :subject, 'consent', '0,2', '',
                        (SELECT COUNT(*) + 1 FROM disclosure WHERE subject_id = :subject), :hash, :at, :expires, :revoked, :audit)
            )sql", {db::arg("id", id), db::arg("from", told.from), db::arg("person", person), db::arg("to", told.to),
                    db::arg("subject", told.subject), db::arg("hash", Bytes(32, 1)), db::arg("at", told.disclosed_at),
                    db::arg("expires", told.expires_at), db::arg("revoked", told.revoked_at), db::arg("audit", house.entry(tx, told.from))});
        });
    }
    /// In force since the beginning, for a year.
    void tell(ThreadId thread, InstitutionId from, InstitutionId to) {
        tell(thread, {from, to, house.clock.now(), house.clock.now() + 24h * 365});
    }

    /// The event with its id and entry filled in.
    std::pair<EventId, NewEvent> happen(NewEvent event) {
        EventId id;
        test::write(db(), [&](db::Tx& tx) {
            event.audit_id = house.entry(tx, event.institution_id);
            id = add(tx, event);
        });
        return {id, event};
    }

    NewEvent plain(InstitutionId institution, ThreadId thread) {
        const Time now = house.clock.now();
        return {.thread_id = thread, .institution_id = institution, .event_at = now, .entered_at = now, .kind = EventKind::contact,
                .data_class = 0, .subject_id = RecordId::make(now), .user_id = UserId::make(now), .audit_id = {}};
    }

    std::vector<Event> seen_by(InstitutionId viewer, ThreadId thread, Position before = k_newest, std::int64_t most = k_many) {
        return db().read([&](db::Reader& reader) { return timeline(reader, viewer, thread, house.clock.now(), before, most).value(); });
    }

    test::TestHouse house{db()};
};

}  // namespace hebra::thread
