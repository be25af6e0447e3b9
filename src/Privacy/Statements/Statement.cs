using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>One sentence of the statement.</summary>
/// <param name="Withheld">Why this installation does not say it; null where it does. A sentence whose room is not built is withheld, and nothing stands in for it.</param>
public sealed record Sentence(Text Words, Text? Withheld = null)
{
    public bool IsInForce => Withheld is null;
}

/// <summary>A heading of the statement and what stands under it, in the statement's own order.</summary>
/// <param name="Id">The anchor on the page.</param>
public sealed record StatementSection(string Id, Text Heading, IReadOnlyList<StatementBlock> Blocks);

/// <summary>What stands under a heading: sentences that follow each other, or a list.</summary>
/// <param name="Lead">What the list is of; null for running text.</param>
public sealed record StatementBlock(IReadOnlyList<Sentence> Sentences, Text? Lead = null, bool IsList = false);

/// <summary>
/// The privacy statement of the house (EU 2016/679, articles 13 and 14): the city's own sentences in the city's own order, those that
/// this installation can say, and the list of those it withholds.
/// </summary>
public sealed class Statement(StatementOptions options)
{
    /// <summary>Who is responsible and whom to ask: term and words.</summary>
    public IReadOnlyList<(Text Term, Text Words)> Register { get; } =
    [
        (StatementText.Division, options.Division.ToText()),
        (StatementText.ServiceArea, options.ServiceArea.ToText()),
        (StatementText.Controller, options.Controller.ToText()),
        (StatementText.ControllerContact, options.ControllerContact.ToText()),
        (StatementText.Representative, options.Representative.ToText()),
        (StatementText.ContactPerson, options.ContactPerson.ToText()),
        (StatementText.ContactPersonContact, options.ContactPersonContact.ToText()),
        (StatementText.Officer, options.Officer.ToText()),
        (StatementText.OfficerContact, options.OfficerContact.ToText()),
        (StatementText.Form, StatementText.Electronic),
        (StatementText.Basis, options.LegalBasis.ToText()),
    ];

    /// <summary>The sections after the register's own fields.</summary>
    public IReadOnlyList<StatementSection> Sections { get; } =
    [
        StatementContents.Purpose(options),
        StatementContents.Contents(),
        StatementContents.Sources(options),
        StatementContents.Disclosure(),
        StatementProtections.Technical(options),
        StatementProtections.Organisational(),
        StatementProtections.Retention(),
    ];

    /// <summary>What this installation does not say, in the statement's order.</summary>
    public IEnumerable<Sentence> Withheld => Sections.SelectMany(s => s.Blocks).SelectMany(b => b.Sentences).Where(s => !s.IsInForce);
}
