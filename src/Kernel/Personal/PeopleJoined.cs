namespace Tupa.Kernel;

/// <summary>Announced before two people become one, while each has its rows: for what columns do not say, such as a way in, or an id within a text.</summary>
/// <param name="Kept">The one in whose name everything goes on.</param>
/// <param name="Lost">The one who is gone when the writing ends.</param>
public sealed record PeopleJoining(PersonId Kept, PersonId Lost, Actor By);

/// <summary>Announced when everything of the one names the other, in the same transaction.</summary>
/// <inheritdoc cref="PeopleJoining"/>
public sealed record PeopleJoined(PersonId Kept, PersonId Lost, Actor By);

/// <summary>Announced when two who were joined are two again, once what can be told apart has gone back; in the same transaction.</summary>
/// <param name="Kept">The one with whom everything else stays.</param>
/// <param name="Parted">The one who is by themselves from now on.</param>
public sealed record PeopleParted(PersonId Kept, PersonId Parted, Actor By);
