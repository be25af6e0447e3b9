using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tupa.Kernel;

/// <summary>A compiled query belongs to one model; a process with two databases (the tests, a move) has two. Keeps one of each, made when first asked for.</summary>
public sealed class CompiledFor<TQuery>(Func<TQuery> compile) where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _made = [];

    public TQuery In(TupaDb db) => _made.GetValue(db.Model, _ => compile());
}
