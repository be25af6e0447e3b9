namespace Tupa.Demo;

/// <summary>The people of a space as its posts see them: few write often, many seldom. Shielded persons do not write here.</summary>
internal sealed class SpacePeople
{
    private readonly Dice _dice;
    private readonly List<int> _all;
    private readonly List<int> _pupils;
    private readonly List<int> _teachers;
    private readonly List<int> _partners;
    private readonly IReadOnlyList<int> _stewards;
    private readonly List<int> _writers;

    public SpacePeople(TownDraft draft, TownSpace space, Dice dice)
    {
        _dice = dice;
        _all = [.. SpaceRecipe.Members(draft, space).Where(person => !draft.People[person].Shielded)];
        _pupils = [.. _all.Where(person => draft.People[person].CardA is null)];
        _teachers = [.. _all.Where(person => draft.People[person] is { CardA: not null, CardB: not null })];
        var granted = space.Persons.Select(person => person.Person).ToHashSet();
        _partners = [.. _all.Where(person => granted.Contains(person)
            && draft.People[person].CardA is { } card && !card.Email.EndsWith(DemoTown.MailDomain, StringComparison.Ordinal))];
        _stewards = space.Stewards;
        var grown = _pupils.Count == _all.Count ? _all : [.. _all.Where(person => draft.People[person].CardA is not null)];
        _writers = [.. space.Stewards, .. dice.Take(grown, Math.Min(90, grown.Count))];
    }

    public int Count => _all.Count;

    public bool Has(string? by) => by switch { "pupil" => _pupils.Count > 0, "teacher" => _teachers.Count > 0, "partner" => _partners.Count > 0, _ => true };

    public int Author(string? by) => by switch
    {
        "pupil" => _dice.Pick(_pupils),
        "teacher" => _teachers.Contains(_stewards[0]) && _dice.Falls(0.7) ? _stewards[0] : _dice.Pick(_teachers),
        "partner" => _dice.Pick(_partners),
        "steward" => _dice.PickEarly(_stewards),
        _ => _dice.PickEarly(_writers),
    };

    /// <summary>One who comments: in a class the pupils, elsewhere anybody.</summary>
    public int Commenter() => _pupils.Count > 0 && _dice.Falls(0.8) ? _dice.Pick(_pupils) : _dice.Falls(0.5) ? _dice.PickEarly(_writers) : _dice.Pick(_all);

    public bool HasPupils => _pupils.Count > 0;

    /// <summary>Somebody to be named in a post, not the author.</summary>
    public int? Mention(int author)
    {
        var person = _dice.PickEarly(_writers);
        return person != author ? person : _writers.Find(writer => writer != author) is var other && other != author ? other : null;
    }

    public IReadOnlyList<int> Readers(int upTo) => _dice.Take(_all, _dice.Between(upTo / 3, upTo));
}
