using TypedExec.Benchmarks.Runtime;

// Run by the runtime suite only, as it runs itself: runtime one RIVAL …
return args is ["runtime", "one", .. var one] ? await Worker.RunAsync(one) : 1;
