"""How the province answers proposals: reasons and remarks, rules that let pass, who works on it."""
