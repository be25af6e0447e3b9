using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Four words on a slip, or a link in a mail.</summary>
public readonly record struct OneTimeCodeId(Guid Value) : IId<OneTimeCodeId>
{
    public static OneTimeCodeId New() => new(Guid.CreateVersion7());

    public static OneTimeCodeId From(Guid value) => new(value);

    public int CompareTo(OneTimeCodeId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
internal enum CodeKind
{
    /// <summary>Four Finnish words, handed over on paper by somebody who answers for the person.</summary>
    Words,

    /// <summary>A secret in a link, sent to the work e-mail.</summary>
    Link,
}

/// <summary>Kertakoodi: lets a person set a password once. Using it or making a new one removes the row.</summary>
internal sealed class OneTimeCode
{
    public static readonly TimeSpan WordsLast = TimeSpan.FromDays(14);
    public static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(30);

    public required OneTimeCodeId Id { get; init; }
    public required PersonId Person { get; init; }
    public required CodeKind Kind { get; init; }

    /// <summary>A digest that needs the key file: four words are few enough to try out.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Null where the person asked for the link, or the operator made the code on the machine.</summary>
    public PersonId? IssuedBy { get; init; }
    public required DateTime IssuedAt { get; init; }
    public required DateTime UntilUtc { get; init; }
}

internal sealed class OneTimeCodeTable : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> code)
    {
        code.ToTable("access_codes");
        code.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        code.Property(c => c.CodeHash).HasMaxLength(32);
        code.HasIndex(c => new { c.Person, c.Kind });
        code.HasIndex(c => c.CodeHash);
    }
}
