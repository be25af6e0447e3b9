using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>One confirmation of a promise that no program can prove.</summary>
public readonly record struct AttestationId(Guid Value) : IId<AttestationId>
{
    public static AttestationId New() => new(Guid.CreateVersion7());

    public static AttestationId From(Guid value) => new(value);

    public int CompareTo(AttestationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Somebody whose role it is has confirmed that a promise is kept outside the house: in the machine room, by the supplier. It says when
/// it was looked into and until when that is good; the statement names the role, never the person.
/// </summary>
internal sealed class Attestation
{
    public const int LongestGround = 300;
    public const int LongestMonths = 12;

    /// <summary>So long before its end the statement says that it is about to lapse, and whoever answers for it is told.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public required AttestationId Id { get; init; }

    /// <summary>As <see cref="AttestedClaim.Key"/>.</summary>
    public required string Claim { get; init; }

    /// <summary>Null once that person has been erased: the role's word stands until its day.</summary>
    public PersonId? By { get; set; }
    public required DateTime At { get; init; }

    /// <summary>Where it can be seen: a contract, a test, a report.</summary>
    public required string Ground { get; init; }
    public required DateOnly LastDay { get; init; }

    /// <summary>Half-open; earlier than the day where it was withdrawn.</summary>
    public required DateTime UntilUtc { get; set; }

    /// <summary>Whoever answers for it has been told that it is about to lapse.</summary>
    public bool Reminded { get; set; }
}

internal sealed class AttestationTable : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation)
    {
        attestation.ToTable("privacy_attestations");
        attestation.Property(a => a.Claim).HasMaxLength(ClaimRow.LongestKey).Holding(Holds.Nobody);
        attestation.Property(a => a.Ground).HasMaxLength(Attestation.LongestGround).Holding(Holds.FreeText);
        attestation.HasIndex(a => new { a.Claim, a.UntilUtc });
    }
}

/// <summary>A promise about what lies outside the house, which only a person can confirm.</summary>
/// <param name="Owner">Whose role it is to know.</param>
public sealed record AttestedClaim(string Key, ClaimOwner Owner);

/// <summary>The promises that are confirmed by people. Their sentences stand in the statement; what a room of the house could prove is not among them.</summary>
public static class AttestedClaims
{
    public const string HostedByCity = "hosting.city";
    public const string HostedByTiera = "hosting.tiera";
    public const string HostedBySupplier = "hosting.supplier";
    public const string SupplierProtects = "supplier.protects";
    public const string SupplierBacksUp = "supplier.backs-up";

    public static IReadOnlyList<AttestedClaim> All { get; } =
    [
        new(HostedByCity, ClaimOwner.Operation),
        new(HostedByTiera, ClaimOwner.Operation),
        new(SupplierProtects, ClaimOwner.Security),
        new(SupplierBacksUp, ClaimOwner.Operation),
        new(HostedBySupplier, ClaimOwner.Operation),
    ];

    public static AttestedClaim? Of(string? key) => All.FirstOrDefault(c => c.Key == key);
}
