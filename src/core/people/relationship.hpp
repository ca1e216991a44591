// Who is who to a person. Pure: no SQL, no HTTP, no clock.
#pragma once
#include "core/people/person.hpp"

namespace hebra {
using RelationshipId = Id<struct RelationshipTag>;
}

namespace hebra::people {

/// What the other is to the person. The words of the person come in `note`.
enum class Kinship {
    mother, father, caregiver, partner, former_partner, child, sibling, grandparent, grandchild, aunt_uncle, other_family, friendship,
    neighbour, professional, other
};
BOOST_DESCRIBE_ENUM(Kinship, mother, father, caregiver, partner, former_partner, child, sibling, grandparent, grandchild, aunt_uncle,
                    other_family, friendship, neighbour, professional, other)

/// How the person tells it, for the lines of a genogram (interface.md §8).
enum class Closeness { close, ordinary, distant, conflict, cut_off };
BOOST_DESCRIBE_ENUM(Closeness, close, ordinary, distant, conflict, cut_off)

/// What is said of a relationship: sealed, data class 2.
struct Relation {
    Kinship kinship = Kinship::other;
    std::optional<Name> name = {};       ///< "Tía Rosa"; not needed for somebody recorded here
    std::optional<Age> age_stated = {};
    std::optional<bool> lives_together = {};
    std::optional<Closeness> closeness = {};
    std::optional<Private> note = {};
};
BOOST_DESCRIBE_STRUCT(Relation, (), (kinship, name, age_stated, lives_together, closeness, note))

struct NewRelationship : Relation {
    std::optional<PersonId> other_person_id = {};  ///< somebody recorded in the same institution
};
BOOST_DESCRIBE_STRUCT(NewRelationship, (Relation), (other_person_id))

struct Relationship : Relation {
    RelationshipId id;
    std::optional<PersonId> other_person_id;
    std::optional<std::string> other_thread_code;
    Time created_at;
    std::optional<Time> ended_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Relationship, (Relation), (id, other_person_id, other_thread_code, created_at, ended_at, version))

/// A relationship ends, or turns out not to have ended.
enum class RelationshipAction { end, resume };
BOOST_DESCRIBE_ENUM(RelationshipAction, end, resume)

struct RelationshipMove {
    RelationshipAction action = RelationshipAction::end;
    int version = 0;  ///< the one the caller was looking at
};
BOOST_DESCRIBE_STRUCT(RelationshipMove, (), (action, version))

inline constexpr std::int64_t k_most_relationships = 60;

namespace words {
inline constexpr Word k_relation_name_needed{"relation_name_needed", "Escriba cómo le dicen, o elija a alguien registrado.",
                                             "Write what they are called, or choose somebody recorded."};
inline constexpr Word k_relation_to_oneself{"relation_to_oneself", "Es la misma persona. Elija a otra.",
                                            "That is the same person. Choose another."};
inline constexpr Word k_relation_not_here{"relation_not_here", "Esa persona no está registrada en su institución. Escriba su nombre.",
                                          "That person is not recorded in your institution. Write their name."};
inline constexpr Word k_too_many_relations{"too_many_relations", "Ya hay 60 personas anotadas. Deje las principales.",
                                           "There are 60 people already. Keep the main ones."};
inline constexpr Word k_relation_state{"relation_state", "Esa relación ya estaba así.", "That relationship already stood so."};
}  // namespace words

}  // namespace hebra::people
