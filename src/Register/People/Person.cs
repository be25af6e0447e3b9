using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A data subject. What is known about a person stands on cards; here stands only that the person is, and how to treat it.</summary>
internal sealed class Person
{
    public required PersonId Id { get; init; }

    /// <summary>Turvakielto: seen only through a close group, and there without unit, school, class, phone or address. Without a reason.</summary>
    public bool Shielded { get; set; }

    /// <summary>"fi", "sv" or "en".</summary>
    public string Language { get; set; } = Kernel.Language.Default;

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the last assignment ends: the end of use of the service, from which the nine months run. Follows the assignments.</summary>
    public DateTime UsedUntil { get; set; } = Helsinki.Never;

    /// <summary>What lists are ordered by: the name as Finnish sorts it.</summary>
    public required byte[] SortKey { get; set; }

    public int Version { get; private set; }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("register_people");
        person.Property(p => p.Language).HasMaxLength(2).Holding(Holds.Nobody);
        person.Property(p => p.SortKey).HasMaxLength(400);
        person.Property(p => p.Version).IsConcurrencyToken();

        SortKeys.Know(person.Metadata.Model);

        // Whose use has ended: the nightly erasure.
        person.HasIndex(p => p.UsedUntil);

        // The directory, in the order of the Finnish alphabet.
        person.HasIndex(p => new { p.SortKey, p.Id });
    }
}
