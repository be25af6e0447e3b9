using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Filters at random, of everything the grammar has, about attributes that are columns, that are none, and that are not stored.</summary>
internal sealed class RandomFilters(int seed)
{
    private static readonly string[] Paths =
    [
        "id", "externalId", "userName", "name.givenName", "name.familyName", "displayName", "active", "emails", "emails.value", "emails.type", "phoneNumbers.value",
        "addresses.locality", "meta.created", "title", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
    ];

    private static readonly string[] Texts =
    [
        "a", "A", "aino", "AINO", "ä", "Äijä", "mäk", "@kuusi", "kuusisalmi.fi", "Kirjasto", "work", "mobile", "+358", "k-1", "\"quoted\" \\ and ]", "", "2026-01-01T00:00:00Z", "true", "False",
    ];

    private readonly Random _dice = new(seed);

    public ScimFilter Next(int depth = 3) => _dice.Next(depth > 0 ? 7 : 3) switch
    {
        0 => new ScimFilter.Present(Path()),
        1 or 2 => Compared(Path()),
        3 => new ScimFilter.And(Next(depth - 1), Next(depth - 1)),
        4 => new ScimFilter.Or(Next(depth - 1), Next(depth - 1)),
        5 => new ScimFilter.Not(Next(depth - 1)),
        _ => new ScimFilter.Within(ScimPath.Of(One("emails", "phoneNumbers", "addresses"))!, Inner(2)),
    };

    private ScimFilter Inner(int depth) => _dice.Next(depth > 0 ? 5 : 2) switch
    {
        0 => new ScimFilter.Present(Sub()),
        1 => Compared(Sub()),
        2 => new ScimFilter.And(Inner(depth - 1), Inner(depth - 1)),
        3 => new ScimFilter.Or(Inner(depth - 1), Inner(depth - 1)),
        _ => new ScimFilter.Not(Inner(depth - 1)),
    };

    private ScimFilter Compared(ScimPath path)
    {
        object? value = _dice.Next(10) switch { 0 => null, 1 => true, 2 => false, 3 => 7.5m, _ => One(Texts) };
        var how = value is bool or null ? One(ScimOperator.Eq, ScimOperator.Ne) : One(Enum.GetValues<ScimOperator>());
        return new ScimFilter.Compare(path, how, value);
    }

    private ScimPath Path() => ScimPath.Of(One(Paths))!;

    private ScimPath Sub() => ScimPath.Of(One("value", "type", "locality", "primary"))!;

    private T One<T>(params T[] some) => some[_dice.Next(some.Length)];
}
